/** `stibium report <results..>`: one self-contained page of one results folder, or of several. */

import { OUT_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { resultsNames } from "../line/known-words.ts";

export const report = command({
	usage: "report <results..>",
	describe: "write report.html, one self-contained page, into results",
	words: {
		results: {
			kind: "many",
			describe: "results folders, or latest; the report goes into the first",
			offers: resultsNames,
		},
	},
	flags: {
		pdf: {
			kind: "switch",
			describe: "prints it too, with an installed Chromium",
		},
		title: {
			describe: "what the page is called; its question without it",
			read: async () =>
				(await import("../line/values.ts")).plainText(
					"expected what the page is called",
				),
		},
		out: OUT_FLAG,
	},
	async run(options) {
		const { reportResults } = await import("../report/report-results.ts");
		const { results, out, title, pdf } = options;
		await reportResults(results, out, { title, pdf }, options);
		return EXIT.done;
	},
});
