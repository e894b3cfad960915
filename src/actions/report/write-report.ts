/** Reports of results folders, written beside the results and, where wished, printed. */

import { join } from "node:path";
import { METRICS } from "../../market/record/record.ts";
import { writeFileAtomically } from "../../storage/disk/atomic-write.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import { readPublished } from "../../storage/folder/published.ts";
import {
	type Results,
	readResults,
	recordFiles,
} from "../../storage/folder/read-results.ts";
import { safeText } from "../../words/safe-text.ts";
import { shortPath } from "../paths.ts";
import { CommandError } from "../refusal.ts";
import { printPdf } from "./print-pdf.ts";
import { reportBatch } from "./report-batch.ts";
import { reportText } from "./report-text.ts";

/** The file of a report, in its results folder. */
export const REPORT = "report.html";
const REPORT_PDF = "report.pdf";

/** Title and form in which a report is wanted. */
export interface ReportWish {
	/** title of the page; null: its question */
	readonly title: string | null;
	/** true when it is printed too */
	readonly pdf: boolean;
}

/** A report that was written. */
export interface WrittenReport {
	/** the results folder it stands in */
	readonly folder: string;
	/** relative to that */
	readonly files: readonly string[];
	readonly bytes: number;
	/** of the first results folder */
	readonly digest: string | null;
}

/**
 * Writes one report of results folders into the first of them and notes it in the manifest.
 *
 * @throws {CommandError} exit 2 for a shard, and where nothing can print
 */
export async function writeReport(
	folders: readonly string[],
	wish: ReportWish,
): Promise<WrittenReport> {
	const all: Results[] = [];
	for (const folder of folders) all.push(await readWhole(folder));
	return composeReport(all, wish);
}

/** Writes one report of results that are in memory with all their metrics, beside the first. */
export async function composeReport(
	all: readonly Results[],
	{ title, pdf }: ReportWish,
): Promise<WrittenReport> {
	const [first] = all;
	if (first === undefined) throw new CommandError("name a results folder");
	const batches = [];
	for (const [i, results] of all.entries())
		batches.push(await reportBatch(results, `r${i + 1}`));
	const { stibium } = await aboutProgram();
	const text = await reportText({
		batches,
		title,
		published: await readPublished(),
		version: stibium.version,
	});
	const path = join(first.folder, REPORT);
	const { bytes } = await writeFileAtomically(path, text);
	await recordFiles(first.folder, [REPORT]);
	const { folder, manifest } = first;
	if (!pdf) return { folder, files: [REPORT], bytes, digest: manifest.digest };
	await writeFileAtomically(join(folder, REPORT_PDF), await printPdf(path));
	await recordFiles(folder, [REPORT_PDF]);
	const files = [REPORT, REPORT_PDF];
	return { folder, files, bytes, digest: manifest.digest };
}

/** Results with every metric. @throws {CommandError} exit 2 for a shard */
async function readWhole(folder: string): Promise<Results> {
	const results = await readResults(
		folder,
		METRICS.map(({ name }) => name),
	);
	const { shard } = results.manifest.plan;
	if (shard === null) return results;
	throw new CommandError(
		safeText(
			`${shortPath(folder)} is shard ${shard.index} of ${shard.count}, a part that says nothing by itself; join the shards with \`stibium merge\` and report on what that makes`,
		),
	);
}
