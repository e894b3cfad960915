import type { World } from "../../calibration/agents/world.ts";
import { REGIONS, type Region } from "../../calibration/row.ts";
import { countInWords, inWords, signedInWords } from "../../charts/numbers.ts";
import type { CalendarDay } from "../../quantities.ts";
import { yearOf } from "../../quantities.ts";

const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
] as const;

/** `March`. */
export function monthName(tick: number): string {
	return MONTHS[((tick % 12) + 12) % 12] ?? "";
}

/** `March 2027`. */
export function monthWords(tick: number): string {
	return `${monthName(tick)} ${yearOf(tick)}`;
}

/** `27 November 2026`. */
export function dayWords({ year, month, day }: CalendarDay): string {
	return `${day} ${MONTHS[month - 1]} ${year}`;
}

const NAMES: Readonly<Record<Region, string>> = {
	CN: "China",
	US: "the United States",
	EU: "Europe",
	JK: "Japan and Korea",
	SA: "South and South-East Asia",
	CA: "Central Asia",
	RU: "Russia",
	PK: "Pakistan",
	RW: "the rest of the world",
};

/** A region by its code, or by its place in regional arrays. */
export function regionWords(region: number | string): string {
	const code = typeof region === "number" ? REGIONS[region] : region;
	return NAMES[code as Region] ?? String(region);
}

/** Digits of a number in a sentence. */
const DIGITS = 3;

/** A number as a sentence says it: three digits, thousands parted. */
export function figure(value: number): string {
	const rounded = Number(value.toPrecision(DIGITS));
	if (Math.abs(rounded) >= 100) return countInWords(rounded);
	return String(rounded).replace("-", "−");
}

/** `13,900 USD/t`. */
export function priceWords(price: number): string {
	return `${figure(price)} USD/t`;
}

/** `310 t`. */
export function tonnesWords(tonnes: number): string {
	return `${figure(tonnes)} t`;
}

const MILLION = 1e6;

/** `620 million USD`. */
export function moneyWords(dollars: number): string {
	return `${figure(dollars / MILLION)} million USD`;
}

/** Shares below this are told with a decimal. */
const SMALL = 0.1;

/** A share, `61%`, `2.4%`; `<0.1%` where it is not quite nothing. */
export function shareWords(share: number): string {
	const percent = 100 * share;
	if (percent > 0 && percent < 0.1) return "<0.1%";
	return `${inWords(percent, share > 0 && share < SMALL ? 1 : 0)}%`;
}

/** A change, `+61%`. */
export function changeWords(change: number): string {
	return `${signedInWords(100 * change, 0)}%`;
}

/** `1 month`, `8 months`. */
export function monthsWords(months: number): string {
	const whole = Math.round(months);
	return `${whole} ${whole === 1 ? "month" : "months"}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(parts: readonly string[]): string {
	const last = parts.at(-1) ?? "";
	const before = parts.slice(0, -1);
	return before.length === 0 ? last : `${before.join(", ")} and ${last}`;
}

/** With a capital first. */
export function asSentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The name of a mine or a plant by its id, or the label of a project, in quotes. */
export function agentWords(
	id: string,
	world: World,
	labels: ReadonlyMap<string, string>,
): string {
	const found = [...world.miners, ...world.refiners].find(
		(agent) => agent.id === id,
	);
	return found?.name ?? `"${labels.get(id) ?? id}"`;
}
