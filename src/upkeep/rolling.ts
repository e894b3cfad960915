/** Forecasts of 2025 from each of its quarters, the record taken in so far, beside a random walk from the same date. */

import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { openScenario } from "../actions/scenarios/open-scenarios.ts";
import { TrackingThreads } from "../actions/threads/tracking-threads.ts";
import type { Ensemble } from "../calibration/priors/ensemble.ts";
import { LUCK_MONTHS } from "../calibration/priors/luck-scores.ts";
import { RECORD_ENSEMBLE } from "../calibration/priors/record-ensemble.ts";
import { print, say } from "../cli/terminal/talk.ts";
import { drawsHash } from "../experiment/draws-hash.ts";
import { assimilate } from "../inference/assimilation/assimilate.ts";
import { startOfPosterior } from "../inference/assimilation/carried.ts";
import {
	type TwinQuestion,
	twinForecast,
} from "../inference/assimilation/twins.ts";
import {
	MARKETS,
	monthlyReadings,
	type QuotedMarket,
} from "../inference/facts/readings.ts";
import { PRICE_OF } from "../inference/facts/simulated-record.ts";
import { blindScenarios } from "../inference/forecasts/blind-scenarios.ts";
import { monthlyVariance } from "../inference/forecasts/walk.ts";
import { monthSpan } from "../inference/record-file/months.ts";
import { createSimulator } from "../market/replicate.ts";
import { log } from "../math.ts";
import { monthName, type Tick, tickOf } from "../quantities.ts";
import {
	crpsOfEnsemble,
	crpsOfNormal,
	ensembleOf,
	pitOfEnsemble,
} from "../statistics/crps.ts";
import { PACKAGE_ROOT } from "../storage/disk/package-root.ts";
import { markdownTable } from "../words/markdown.ts";
import { inWords } from "../words/numbers.ts";

const SIZE = { particles: 2000, members: 500 } as const;
const REPLICATES = 500;
const QUARTERS = [
	tickOf(2024, 12),
	tickOf(2025, 3),
	tickOf(2025, 6),
	tickOf(2025, 9),
];
const AHEAD = [3, 6] as const;
const SEED = "rolling";

/** A forecast of a quoted month, scored on the log of the price. */
interface Scored {
	readonly market: QuotedMarket;
	readonly origin: Tick;
	readonly months: number;
	readonly came: number;
	readonly crps: number;
	readonly place: number;
	readonly walk: number;
}

const { record } = RECORD_ENSEMBLE;
const dated = openScenario("as-happened").scenario;
const blind = blindScenarios(dated, QUARTERS);

/** Price of a market in a month by the record; null where it has none. */
function recordedAt(market: QuotedMarket, tick: Tick): number | null {
	if (tick < LUCK_MONTHS)
		return (
			monthlyReadings(market)
				.filter((one) => one.tick <= tick)
				.at(-1)?.price ?? null
		);
	const month = monthName(tick);
	return (
		record.find(
			(row) =>
				row.series === PRICE_OF[market] &&
				row.from === month &&
				row.to === month,
		)?.value ?? null
	);
}

/** The last price on record up to a month, and when it was. */
function lastKnown(
	market: QuotedMarket,
	origin: Tick,
): { readonly price: number; readonly tick: Tick } {
	for (let tick = origin; tick >= LUCK_MONTHS; tick -= 1) {
		const price = recordedAt(market, tick);
		if (price !== null) return { price, tick };
	}
	const { price, tick } = monthlyReadings(market).at(-1)!;
	return { price, tick };
}

async function ensembleAt(
	origin: Tick,
	workers: number,
): Promise<Ensemble | null> {
	const rows = record.filter(({ to }) => monthSpan(to)!.to <= origin);
	if (rows.length === 0) return null;
	const setting = { scenario: dated, record: rows, kin: SEED, seed: SEED };
	const threads = new TrackingThreads(setting, workers);
	try {
		const found = await assimilate(
			{
				start: startOfPosterior(),
				record: rows,
				known: 0,
				seed: SEED,
				size: SIZE,
			},
			threads,
		);
		if (found.refusal !== null) throw new Error(found.refusal);
		return {
			...RECORD_ENSEMBLE,
			...{ kin: SEED, posterior: drawsHash("posterior") },
			...{ to: monthName(origin), record: rows, members: found.members },
		};
	} finally {
		await threads.close();
	}
}

function scored(origin: Tick, ensemble: Ensemble | null): readonly Scored[] {
	const questions = AHEAD.flatMap((months) =>
		MARKETS.flatMap(
			(
				market,
			): readonly (TwinQuestion & {
				readonly market: QuotedMarket;
				readonly months: number;
				readonly came: number;
			})[] => {
				const came =
					origin + months > tickOf(2025, 12)
						? null
						: recordedAt(market, origin + months);
				return came === null
					? []
					: [
							{
								series: PRICE_OF[market],
								tick: origin + months,
								kind: "ahead",
								market,
								months,
								came,
							},
						];
			},
		),
	);
	const known = blind.scenarios[blind.placeOf(origin)]!;
	const scenario = {
		...known,
		horizon: { from: 0, to: origin + Math.max(...AHEAD) },
		reference: LUCK_MONTHS,
	};
	const found = twinForecast(createSimulator, scenario, questions, ensemble, {
		seed: `${SEED}/ahead`,
		replicates: REPLICATES,
	});
	return questions.map(({ market, months, came }, q) => {
		const members = ensembleOf(
			found[q]!,
			found[q]!.map(() => 1),
		);
		const last = lastKnown(market, origin);
		const spread = Math.sqrt(
			monthlyVariance(market, "2018-2024") * (origin + months - last.tick),
		);
		return {
			...{ market, origin, months, came },
			crps: crpsOfEnsemble(members, log(came)).fair,
			place: pitOfEnsemble(members, log(came)),
			walk: crpsOfNormal(log(last.price), spread, log(came)),
		};
	});
}

const workers = Number(process.argv[2] ?? availableParallelism());
const all: Scored[] = [];
for (const origin of QUARTERS) {
	const began = performance.now();
	all.push(...scored(origin, await ensembleAt(origin, workers)));
	say(
		`${monthName(origin)}: ${Math.round((performance.now() - began) / 1000)} s`,
	);
}
const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
const summary = AHEAD.map((months) => {
	const own = all.filter((one) => one.months === months);
	const inside = own.filter(({ place }) => place >= 0.1 && place <= 0.9).length;
	return `- ${months} months ahead (${own.length} pairs): model ${inWords(mean(own.map(({ crps }) => crps)), 3)}, random walk ${inWords(mean(own.map(({ walk }) => walk)), 3)}; ${inside} of ${own.length} inside the 80 % band.`;
});
const text = [
	"# 2025 from each of its quarters",
	"",
	`\`npm run rolling\`: the record up to each origin taken in from the posterior of 2018 to 2024 (${SIZE.particles} particles, ${SIZE.members} members), then ${REPLICATES} replicates ahead in what was in force or known in the month of the origin; beside them a random walk from the last price on record, with the volatility of 2018 to 2024. Continuous ranked probability score of the log price, lower is better. The rules of the model were mended after 2025 had been seen, so this is no blind test.`,
	"",
	...summary,
	"",
	markdownTable({
		head: [
			"origin",
			"market",
			"months ahead",
			"came, USD/t",
			"place of 100",
			"model",
			"random walk",
		],
		rows: all.map(({ market, origin, months, came, place, crps, walk }) => [
			...[monthName(origin), market, String(months), inWords(came, 0)],
			...[(100 * place).toFixed(0), inWords(crps, 3), inWords(walk, 3)],
		]),
	}),
].join("\n");
writeFileSync(
	join(PACKAGE_ROOT, "results", "validation", "rolling-2025.md"),
	`${text}\n`,
);
print(text);
