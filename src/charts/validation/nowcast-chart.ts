/** Chart of a nowcast: the record, the past that agrees with it, and the year ahead beside a random walk. */

import type { RecordRow } from "../../calibration/priors/ensemble.ts";
import type { MarketNow } from "../../inference/assimilation/nowcast.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import { figure, plotted } from "../../words/numbers.ts";
import type { ChartTable } from "../chart.ts";
import { FAN_COLUMNS, type FanRow } from "../fan/fan-panel.ts";
import { quoteLayers, recordQuotes, type ShownQuote } from "../fan/quotes.ts";
import { cutInWords, type TimePanel, timePanels } from "../fan/time-panels.ts";
import { type WalkRow, walkKey, walkRow } from "../fan/walk-band.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { page, subtitleLines } from "../frame/page.ts";
import { HUES } from "../frame/theme.ts";
import { instantsOf } from "../frame/time-axis.ts";
import type { ForecastChart } from "./forecast-chart.ts";

/** What a nowcast chart is made from. */
export interface NowcastInput {
	/** last month of the record, `YYYY-MM` */
	readonly to: string;
	readonly markets: readonly MarketNow[];
	/** quantiles by month, USD/t, one list a market */
	readonly rows: readonly (readonly FanRow[])[];
	/** walk by month after the record, one list a market */
	readonly walks: readonly (readonly {
		readonly month: string;
		readonly p10: number;
		readonly p90: number;
	}[])[];
	readonly record: readonly RecordRow[];
	readonly source: readonly string[];
}

const NAMES = { rotterdam: "Rotterdam", china: "China, without VAT" } as const;
const SERIES = {
	rotterdam: "price_rotterdam_usd_t",
	china: "price_china_usd_t",
} as const;

/** The record, filtered past and forecast of both prices side by side. */
export function nowcastChart(input: NowcastInput): ForecastChart {
	const { to, markets, rows, walks, record, source } = input;
	const shown = markets.map(({ market }, i) => ({
		rows: rows[i]!,
		quotes: recordQuotes(record, SERIES[market], rows[i]!, 1),
		walk: walks[i]!.map((each): WalkRow => walkRow(`${each.month}-15`, each)),
	}));
	const months = rows[0]!.map(({ month }) => month.slice(0, 7));
	const window = [months[0]!, months.at(-1)!] as const;
	const panels = markets.map(({ market }, i): TimePanel => {
		const { quotes, walk } = shown[i]!;
		return {
			title: NAMES[market],
			hue: HUES[i]!,
			rows: shown[i]!.rows,
			walk,
			begun: to,
			marks: [],
			over: (axes, labelled) => quoteLayers(quotes, axes, labelled),
			overValues: quotes.map(({ price }) => price),
		};
	});
	const title = titleOf(markets);
	const subtitle = subtitleLines([
		`Antimony price, USD/t, ${window.map((month) => monthInWords(instantOfText(month))).join(" to ")}.`,
		"Dots: the record, as it was given.",
		`Grey bands to ${monthInWords(instantOfText(to))}: pasts of the model that agree with it; in colour: the year ahead if rules stay as they are now known. Bands hold 50, 80 and 95%.`,
		...walkKey(
			shown.map(({ walk }) => walk),
			"the record's last price",
		),
		...cutInWords(panels),
	]);
	return {
		kind: "nowcast",
		name: "prices",
		title,
		subtitle,
		source,
		description: `${title}. ${subtitle.join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			timePanels(panels, instantsOf([...window])),
		),
		table: tableOf(markets, shown),
	};
}

function titleOf(markets: readonly MarketNow[]): string {
	const [first] = markets;
	const far = first!.ahead.at(-1)!;
	const now = figure(first!.now.p50);
	const when = monthInWords(instantOfText(far.month));
	return firstThatFits([
		`Rotterdam at ${now} USD/t; in ${when} ${figure(far.p10)} to ${figure(far.p90)} in 80% of runs`,
		`Rotterdam at ${now} USD/t, ${figure(far.p10)} to ${figure(far.p90)} a year on`,
	]);
}

function tableOf(
	markets: readonly MarketNow[],
	shown: readonly {
		readonly rows: readonly FanRow[];
		readonly quotes: readonly ShownQuote[];
	}[],
): ChartTable {
	return {
		columns: [
			{ name: "market", unit: "" },
			{ name: "month", unit: "" },
			...FAN_COLUMNS.map((name) => ({ name, unit: "USD/t" })),
			{ name: "record", unit: "USD/t" },
		],
		rows: markets.flatMap(({ market }, i) =>
			shown[i]!.rows.map((row) => {
				const month = row.month.slice(0, 7);
				const quote = shown[i]!.quotes.find(({ date }) =>
					date.startsWith(month),
				);
				return [
					NAMES[market],
					month,
					...FAN_COLUMNS.map((column) => plotted(row[column])),
					quote?.price ?? null,
				];
			}),
		),
	};
}
