import { CHART_KINDS, type ChartKind } from "../../charts/chart.ts";
import { METRICS, SERIES } from "../../market/record.ts";
import { didYouMean } from "../../scenario/nearest.ts";
import { FIGURE_FORMATS, type FigureFormat } from "../../storage/figure.ts";
import { readResults } from "../../storage/read-results.ts";
import { findResults } from "../../storage/results-folder.ts";
import type { RawOptions } from "../batch-options.ts";
import { defaultKinds, drawCharts } from "../draw-charts.ts";
import { CommandError, EXIT, type ExitCode } from "../exit-codes.ts";
import { print } from "../talk.ts";

function oneOf<Word extends string>(
	written: string,
	known: readonly Word[],
	what: string,
): Word {
	const found = known.find((word) => word === written);
	if (found === undefined)
		throw new CommandError(
			`there is no ${what} "${written}"${didYouMean(written, known)}; there are ${known.join(", ")}`,
		);
	return found;
}

function formatsOf(written: unknown): readonly FigureFormat[] {
	if (typeof written !== "string") return FIGURE_FORMATS;
	return written
		.split(",")
		.map((word) => oneOf(word.trim(), FIGURE_FORMATS, "format"));
}

function optional<Word extends string>(
	written: unknown,
	known: readonly Word[],
	what: string,
): Word | undefined {
	return typeof written === "string" ? oneOf(written, known, what) : undefined;
}

/** `stibium chart <results> [kind..]`: draws a results folder again. */
export async function chart(raw: RawOptions): Promise<ExitCode> {
	const kinds = (raw["kind"] as string[]).map(
		(kind): ChartKind => oneOf(kind, CHART_KINDS, "chart"),
	);
	const formats = formatsOf(raw["format"]);
	const series = optional(
		raw["series"],
		SERIES.map(({ name }) => name),
		"series",
	);
	const metric = optional(
		raw["metric"],
		METRICS.map(({ name }) => name),
		"metric",
	);
	const folder = await findResults(
		raw["results"] as string,
		raw["out"] as string,
	);
	const results = await readResults(folder);
	const files = await drawCharts(
		results,
		raw["quiet"] === true,
		kinds.length > 0 ? kinds : defaultKinds(results),
		formats,
		{
			...(series && { series }),
			...(metric && { metric: metric as never }),
		},
	);
	if (raw["json"] === true)
		print(
			JSON.stringify({
				results: folder,
				digest: results.manifest.digest,
				charts: files,
			}),
		);
	else print(files.map((file) => `${folder}/${file}`).join("\n"));
	return EXIT.done;
}
