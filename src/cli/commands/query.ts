import { OUT_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { commonOptions, isOn, textOf, textsOf } from "../line/raw-options.ts";

/** `stibium query <sql> [results..]`: asks results folders in SQL. */
export const query: Command = {
	usage: "query <sql> [results..]",
	describe:
		"ask results in SQL: tables runs, months, summary, scenarios, paths",
	words: {
		sql: { type: "string", describe: "one SELECT, as DuckDB reads it" },
		results: {
			type: "string",
			array: true,
			describe: "results folders; latest when none is named",
		},
	},
	flags: {
		csv: { type: "boolean", describe: "all rows as CSV" },
		out: OUT_FLAG,
	},
	async run(raw) {
		const { outOf } = await import("../line/batch-options.ts");
		const { queryResults } = await import("../query/query.ts");
		await queryResults({
			...commonOptions(raw),
			sql: textOf(raw, "sql") ?? "",
			named: textsOf(raw, "results"),
			destination: outOf(raw),
			csv: isOn(raw, "csv"),
		});
		return EXIT.done;
	},
};
