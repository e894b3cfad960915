/** Dated folder of an assimilation: the ensemble, its report, and the chart of the market now. */

import { join } from "node:path";
import { commandRecord, specHash } from "../../actions/charts/chart-records.ts";
import type { Ensemble } from "../../calibration/priors/ensemble.ts";
import { csvOf } from "../../charts/csv.ts";
import { nowcastChart } from "../../charts/validation/nowcast-chart.ts";
import { ensembleHash } from "../../experiment/draws-hash.ts";
import { writeFigure } from "../../figures/figure.ts";
import {
	bandOf,
	type MarketNow,
	marketsNow,
} from "../../inference/assimilation/nowcast.ts";
import type { QuotedMarket } from "../../inference/facts/readings.ts";
import { PRICE_OF } from "../../inference/facts/simulated-record.ts";
import { walkBand } from "../../inference/forecasts/walk.ts";
import { monthSpan } from "../../inference/record-file/months.ts";
import { monthName, type Tick } from "../../quantities.ts";
import { writeFileAtomically } from "../../storage/disk/atomic-write.ts";
import { PACKAGE_ROOT } from "../../storage/disk/package-root.ts";
import { ENSEMBLE, ensembleText } from "../../storage/folder/ensemble-file.ts";
import { createResultsFolder } from "../../storage/folder/results-folder.ts";
import { assimilationText } from "./assimilation-text.ts";
import type { Told } from "./told.ts";

/** Last figure of a market in the last month of a record; null where it has none. */
function recorded({
	record,
	to,
}: Ensemble): (market: QuotedMarket) => number | null {
	return (market) =>
		record.findLast(
			(row) =>
				row.series === PRICE_OF[market] &&
				row.from === to &&
				row.to === to &&
				row.bound === null,
		)?.value ?? null;
}

function chartOf(told: Told, markets: readonly MarketNow[]) {
	const { ensemble, nowcast, command } = told;
	const last = monthSpan(ensemble.to)!.to;
	const { from, to } = nowcast.months;
	const ticks = Array.from({ length: to + 1 - from }, (_, i) => from + i);
	return nowcastChart({
		to: ensemble.to,
		markets,
		record: ensemble.record,
		rows: markets.map(({ market }) =>
			ticks.map((tick) => ({
				month: `${monthName(tick)}-15`,
				...bandOf(nowcast.prices(market, tick)),
			})),
		),
		walks: markets.map(({ market, record, now }) => {
			const walk = walkBand(market, record ?? now.p50);
			return Array.from({ length: to - last + 1 }, (_, months) => ({
				month: monthName((last + months) as Tick),
				...walk(months),
			}));
		}),
		source: [
			`Source: stibium; \`${command}\`; ensemble ${ensembleHash(ensemble).slice(0, 6)}; ${nowcast.replicates} replicates. Conditional on its assumptions; not a forecast.`,
		],
	});
}

/** The folder of an assimilation: a dated one, or that of the validation where it is kept. */
async function folderOf(
	{ ensemble }: Told,
	out: string,
	keep: boolean,
): Promise<string> {
	if (keep) return join(PACKAGE_ROOT, "results", "validation");
	const hash = ensembleHash(ensemble);
	const folder = await createResultsFolder(out, new Date(), hash);
	await writeFileAtomically(join(folder, ENSEMBLE), ensembleText(ensemble));
	return folder;
}

/** Writes the folder of an assimilation. @returns the folder, what is told as an object, and as text */
export async function keepAssimilation(
	told: Told,
	{ out, keep }: { readonly out: string; readonly keep: boolean },
): Promise<{
	readonly folder: string;
	readonly json: object;
	readonly text: string;
}> {
	const { ensemble, found, nowcast, size, command, ground } = told;
	const last = monthSpan(ensemble.to)!.to;
	const markets = marketsNow(nowcast.prices, last, recorded(ensemble));
	const text = assimilationText(told, markets);
	const hash = ensembleHash(ensemble);
	const json = {
		schema: "stibium-assimilation/1",
		command,
		commit: ensemble.made.commit,
		ground,
		to: ensemble.to,
		...size,
		ensemble: hash,
		members: found.members.length,
		histories: found.histories,
		draws: found.draws,
		evidence: found.evidence,
		seconds: told.seconds,
		processorSeconds: told.processorSeconds,
		markets,
		adds: nowcast.adds,
		months: found.months,
		shifts: found.shifts,
	};
	const folder = await folderOf(told, out, keep);
	const write = (name: string, content: string) =>
		writeFileAtomically(join(folder, name), content);
	await write("assimilation.json", `${JSON.stringify(json, null, "\t")}\n`);
	await write("assimilation.md", `${text}\n`);
	const chart = chartOf(told, markets);
	await writeFigure(
		{ ...chart, csv: csvOf(chart.table) },
		folder,
		["svg", "png", "csv"],
		{
			results: "assimilation",
			specHash: specHash(chart),
			record: commandRecord(command),
		},
	);
	return { folder, json, text: `${text}\n\nwritten to ${folder}` };
}

/** Writes an ensemble into the checkout, where the next build takes it from. */
export async function keepInCheckout(ensemble: Ensemble): Promise<void> {
	const { members, ...rest } = ensemble;
	const text = [
		`/** Ensemble of the record to ${ensemble.to}: pasts that agree with it, written by \`stibium assimilate --keep\`. */`,
		"",
		'import type { Ensemble } from "./ensemble.ts";',
		"",
		"/** Where every batch begins unless it is told otherwise. */",
		"export const RECORD_ENSEMBLE: Ensemble = {",
		...Object.entries(rest).map(
			([name, value]) => `\t${name}: ${JSON.stringify(value)},`,
		),
		"\tmembers: [",
		...members.map((member) => `\t\t${JSON.stringify(member)},`),
		"\t],",
		"};",
		"",
	].join("\n");
	const folder = join(PACKAGE_ROOT, "src", "calibration", "priors");
	await writeFileAtomically(join(folder, "record-ensemble.ts"), text);
}
