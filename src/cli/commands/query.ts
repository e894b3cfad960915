/** `stibium query <sql> [results..]`: asks results folders in SQL. */

import { OUT_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { resultsNames } from "../line/known-words.ts";

export const query = command({
	usage: "query <sql> [results..]",
	describe:
		"ask results in SQL: tables runs, months, summary, scenarios, paths",
	words: {
		sql: { describe: "one SELECT, as DuckDB reads it" },
		results: {
			kind: "many",
			describe: "results folders; latest when none is named",
			offers: resultsNames,
		},
	},
	flags: {
		csv: {
			kind: "switch",
			describe: "all rows as CSV",
			conflicts: {
				json: "--json and --csv are two forms; give one of them",
			},
		},
		out: OUT_FLAG,
	},
	async run({ results: named, out: destination, ...asked }) {
		const { queryResults } = await import("../query/query.ts");
		await queryResults({ ...asked, named, destination });
		return EXIT.done;
	},
});
