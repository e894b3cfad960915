/** Charts of a validation: simulated history beside the record, and how forecasts fared. */

import { commandRecord, specHash } from "../../actions/charts/chart-records.ts";
import type { ChartContext } from "../../charts/chart.ts";
import { csvOf } from "../../charts/csv.ts";
import { shockMarks } from "../../charts/frame/shock-marks.ts";
import { blindChart } from "../../charts/validation/blind-chart.ts";
import { historyChart } from "../../charts/validation/history-chart.ts";
import { placeChart } from "../../charts/validation/place-chart.ts";
import { scoreChart } from "../../charts/validation/score-chart.ts";
import { bandsBy } from "../../experiment/bands.ts";
import { scenarioHash } from "../../experiment/plan.ts";
import type { Bands, MonthTable } from "../../experiment/tables.ts";
import { type FigureFormat, writeFigure } from "../../figures/figure.ts";
import { MARKETS, type QuotedMarket } from "../../inference/facts/readings.ts";
import { PRICE_OF, priceAt } from "../../inference/facts/simulated-record.ts";
import type {
	Simulated,
	Validation,
} from "../../inference/validation/validation.ts";
import { monthName } from "../../quantities.ts";
import type { ValidationOrigin } from "../../report/validation/validation-json.ts";
import { quantile, sortSamples } from "../../statistics/quantile.ts";

/** Characters of a hash that a source line shows. */
const HASH_SHOWN = 6;

function contextOf(
	{ record }: Simulated,
	{ seed, parameters, replicates }: Validation,
	version: string,
): ChartContext {
	return {
		version,
		seed,
		replicates,
		parameters,
		history: "free",
		reference: monthName(record.reference),
		base: record.name,
		scenarios: [
			{
				name: record.name,
				title: record.title,
				hash: scenarioHash(record).slice(0, HASH_SHOWN),
				marks: shockMarks(record.shocks),
			},
		],
	};
}

/** Quantiles of a market's price over the replicates of the record, one a month. */
function bandsOf({ record, judged }: Simulated, market: QuotedMarket): Bands {
	const ticks = ticksOf(record);
	const samples = ticks.map((tick) =>
		sortSamples(
			judged.replicates.map((one) => priceAt(one, record, 0, market, tick)),
		),
	);
	const mean = (values: Float64Array): number =>
		values.reduce((sum, value) => sum + value, 0) / values.length;
	return bandsBy(
		(p) => Float64Array.from(samples, (each) => quantile(each, p)),
		Float64Array.from(samples, mean),
	);
}

function ticksOf({ horizon }: Simulated["record"]): readonly number[] {
	return Array.from(
		{ length: horizon.to + 1 - horizon.from },
		(_, i) => horizon.from + i,
	);
}

function monthTable(simulated: Simulated): MonthTable {
	const { record } = simulated;
	const bands = new Map(
		MARKETS.map((market) => [PRICE_OF[market], bandsOf(simulated, market)]),
	);
	return {
		scenarios: [record.name],
		months: () => ticksOf(record).map(monthName),
		bands(_, series) {
			const found = bands.get(series);
			if (found === undefined) throw new RangeError(`no bands of ${series}`);
			return found;
		},
	};
}

/** Draws a validation into `charts/` of a folder: the record beside the fan, scores, places. */
export async function writeValidationCharts(
	simulated: Simulated,
	validation: Validation,
	{ version, command }: Pick<ValidationOrigin, "version" | "command">,
	folder: string,
	formats: readonly FigureFormat[],
): Promise<readonly string[]> {
	const context = contextOf(simulated, validation, version);
	const charts = [
		historyChart({ context, months: monthTable(simulated) }),
		scoreChart({ context, validation }),
		placeChart({ context, validation }),
		blindChart({ context, validation }),
	];
	const files: string[] = [];
	for (const chart of charts) {
		const figure = { ...chart, csv: csvOf(chart.table) };
		const provenance = {
			results: "validation",
			specHash: specHash(chart),
			record: commandRecord(command),
		};
		const written = await writeFigure(figure, folder, formats, provenance);
		files.push(...written.map(({ file }) => file));
	}
	return files;
}
