import { CommandError } from "../../actions/refusal.ts";
import { OUT_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { commonOptions, isOn, textOf, textsOf } from "../line/raw-options.ts";

/** `stibium report <results..>`: one self-contained page of one results folder, or of several. */
export const report: Command = {
	usage: "report <results..>",
	describe: "write report.html, one self-contained page, into results",
	words: {
		results: {
			type: "string",
			array: true,
			describe: "results folders, or latest; the report goes into the first",
		},
	},
	flags: {
		pdf: {
			type: "boolean",
			describe: "prints it too, with an installed Chromium",
		},
		title: {
			type: "string",
			requiresArg: true,
			describe: "what the page is called; its question without it",
		},
		out: OUT_FLAG,
	},
	async run(raw) {
		const { outOf } = await import("../line/batch-options.ts");
		const { reportResults } = await import("../report/report-results.ts");
		await reportResults(
			textsOf(raw, "results"),
			outOf(raw),
			{ title: titleIn(textOf(raw, "title")), pdf: isOn(raw, "pdf") },
			commonOptions(raw),
		);
		return EXIT.done;
	},
};

/** A title that can be read. @throws {CommandError} exit 2 */
function titleIn(written: string | null): string | null {
	const title = written?.trim() ?? null;
	if (title !== "") return title;
	throw new CommandError("--title is empty; expected what the page is called");
}
