/** `report`: results folders written up as one page, or as PDF, and the paths told. */

import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { shortPath } from "../../actions/paths.ts";
import { findBrowser } from "../../actions/report/print-pdf.ts";
import {
	type ReportWish,
	writeReport,
} from "../../actions/report/write-report.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { print } from "../terminal/talk.ts";

/** Writes the report that a user asks for and says where it is. */
export async function reportResults(
	named: readonly string[],
	destination: string,
	wish: ReportWish,
	{ json }: CommonOptions,
): Promise<void> {
	const folders: string[] = [];
	for (const name of named) {
		// under its own name, not as the link that led there
		const folder = await realpath(await findResults(name, destination));
		if (!folders.includes(folder)) folders.push(folder);
	}
	if (wish.pdf) await findBrowser();
	const { folder, files, bytes, digest } = await writeReport(folders, wish);
	const paths = files.map((file) => shortPath(join(folder, file)));
	print(
		json
			? JSON.stringify({
					results: shortPath(folder),
					digest,
					reported: folders.map(shortPath),
					files: paths,
					bytes,
				})
			: paths.map((path) => safeText(path)).join("\n"),
	);
}
