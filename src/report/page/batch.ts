/** Batch as a report takes it: tables, figures and story of one results folder. */

import type { Chart, ChartInput, WeighedInputs } from "../../charts/chart.ts";
import type { MetricSummary, PairedSummary } from "../../experiment/tables.ts";
import type { MetricName } from "../../market/record/record.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import type { Manifest } from "../../storage/folder/manifest.ts";
import type { Story } from "../story/story.ts";
import type { Html } from "./html.ts";

/** A file that the page holds, to be kept by a reader. */
export interface Download {
	/** e.g. `SVG` */
	readonly label: string;
	readonly file: string;
	readonly bytes: number;
	/** the file itself, as a data: address */
	readonly address: string;
}

/** A chart with its picture. */
export interface ReportFigure {
	readonly chart: Chart;
	readonly picture: Html;
	readonly downloads: readonly Download[];
}

/** A chart without numbers of its own to keep. */
export interface Settling {
	readonly title: string;
	readonly reading: string;
	readonly picture: Html;
}

/** A results folder as a report shows it. */
export interface ReportBatch {
	/** by which anchors of the page name it */
	readonly id: string;
	/** the folder's own name */
	readonly name: string;
	readonly manifest: Manifest;
	readonly input: ChartInput;
	/** in the order in which they were asked for; of a design only the first */
	readonly scenarios: readonly SoundScenario[];
	readonly figures: readonly ReportFigure[];
	/** charts that could not be drawn, each with the reason */
	readonly missing: readonly string[];
	/** chart of the price as runs are added; null where there are too few */
	readonly settling: Settling | null;
	/** the replicate nearest the median; null where there is none */
	readonly story: Story | null;
	/** inputs that move the last scenario; null unless parameters were drawn one by one */
	readonly weighed: WeighedInputs | null;
}

type Entry = Manifest["scenarios"][number];

/** Entry of a scenario in the manifest. @throws {RangeError} when there is none */
export function entryOf({ manifest }: ReportBatch, name: string): Entry {
	const found = manifest.scenarios.find((entry) => entry.name === name);
	if (found) return found;
	throw new RangeError(`the manifest orders ${name} but does not describe it`);
}

/** The title of a scenario, in quotes. */
export const quoted = (batch: ReportBatch, name: string): string =>
	`“${entryOf(batch, name).title}”`;

/** A metric of one scenario. */
export function summaryOf(
	{ input }: ReportBatch,
	scenario: string,
	metric: MetricName,
): MetricSummary | undefined {
	return input.summary.scenarios[scenario]?.[metric];
}

/** A scenario less the base in one metric; none for the base, and where nothing is compared. */
export function pairOf(
	{ input, manifest }: ReportBatch,
	other: string,
	metric: MetricName,
): PairedSummary | undefined {
	return input.summary.paired.find(
		(pair) =>
			pair.base === manifest.plan.base &&
			pair.other === other &&
			pair.metric === metric,
	);
}
