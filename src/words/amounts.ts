/** Amounts of a metric in words: its one scale and unit, and the rounding of its numbers. */

import type { Estimate } from "../experiment/tables.ts";
import type {
	MetricDefinition,
	SeriesDefinition,
} from "../market/record/record.ts";
import type { Interval } from "../statistics/interval.ts";
import { decimalsFor, figure, inWords, signedInWords } from "./numbers.ts";

/** Scale and unit of a quantity as shown: prices as quoted, money in millions, shares in per cent. */
export interface Shown {
	/** on what is stored */
	readonly factor: number;
	/** for an axis or the head of a table, e.g. `million USD` */
	readonly unit: string;
	/** behind a number, e.g. ` t`, `%`; with its space */
	readonly suffix: string;
}

/** A share of a whole, in per cent. */
export const SHARE: Shown = { factor: 100, unit: "%", suffix: "%" };
/** A difference of shares. */
export const POINTS: Shown = {
	factor: 100,
	unit: "percentage points",
	suffix: " points",
};
const RATIO: Shown = { factor: 1, unit: "ratio", suffix: "" };
/** By the unit of the record. */
const SHOWN: Readonly<Record<string, Shown>> = {
	"USD/t": { factor: 1, unit: "USD/t", suffix: " USD/t" },
	"USD/t Sb": { factor: 1, unit: "USD/t of antimony", suffix: " USD/t" },
	USD: { factor: 1e-6, unit: "million USD", suffix: " million USD" },
	"t Sb": { factor: 1, unit: "tonnes of antimony", suffix: " t" },
	months: { factor: 1, unit: "months", suffix: " months" },
	"ln(USD/t)": { factor: 1, unit: "ln of USD/t", suffix: "" },
};

/** Quantities of unit 1 that are parts of a whole. */
const IS_SHARE = /share|utilisation/;

type Definition = SeriesDefinition | MetricDefinition;

/** Scale and unit of a metric or a series. @throws {RangeError} for a unit without a form */
export function shownAs({ name, unit }: Definition): Shown {
	const shown =
		unit === "1" ? (IS_SHARE.test(name) ? SHARE : RATIO) : SHOWN[unit];
	if (!shown) throw new RangeError(`no way to show ${name} in ${unit}`);
	return shown;
}

/** Scale and unit of a difference: shares differ in percentage points. */
export function shownDifference(definition: Definition): Shown {
	const shown = shownAs(definition);
	return shown === SHARE ? POINTS : shown;
}

/** The label with a unit, unless the label says it. */
export function labelWithUnit(
	definition: Definition,
	{ unit } = shownAs(definition),
): string {
	const isSaid = unit === "months" || unit === "ratio";
	return isSaid ? definition.label : `${definition.label}, ${unit}`;
}

/** Stands where a number is not known. */
const NOTHING = "–";

type Scale = Pick<Shown, "factor">;

/** A level, three digits; a dash for one that is not known. */
export function level(value: number, { factor }: Scale): string {
	return Number.isFinite(value) ? figure(factor * value) : NOTHING;
}

/** A level with a plus where it is positive. */
export function signedLevel(value: number, scale: Scale): string {
	return value > 0 ? `+${level(value, scale)}` : level(value, scale);
}

/** A level with its unit behind, e.g. `13,900 USD/t`. */
export function amountWords(value: number, shown: Shown): string {
	return `${level(value, shown)}${shown.suffix}`;
}

/** A span of levels. */
export function span(low: number, high: number, scale: Scale): string {
	return `${level(low, scale)} to ${level(high, scale)}`;
}

/** A level with its interval, e.g. `12 (10.1 to 15)`; without one that has no width or is not known. */
export function levelWithInterval(
	{ value, low, high }: Pick<Interval, "value" | "low" | "high">,
	scale: Scale,
): string {
	const words = level(value, scale);
	return low < high ? `${words} (${span(low, high, scale)})` : words;
}

/** An error, two digits: its own third is noise. */
export function errorWords(error: number, { factor }: Scale): string {
	return figure(Number((factor * error).toPrecision(2)));
}

/** Amounts from here on keep three digits, whatever their decimals. */
const LARGE = 1000;
const DIGITS = 3;

/** A mean difference and its 95 % interval in words, all with the decimals that suit the three. */
export interface DifferenceWords {
	/** the mean with its sign, and without */
	readonly mean: string;
	readonly size: string;
	/** the interval with signs; a dash for that of one pair */
	readonly span: string;
	/** distances of its ends from zero, the nearer first; and the two with a dash between */
	readonly reach: string;
	readonly range: string;
}

/** A mean difference in words. */
export function differenceWords(
	{ value, low, high }: Pick<Estimate, "value" | "low" | "high">,
	{ factor }: Scale,
	decimals = decimalsFor([low, value, high].map((end) => factor * end)),
): DifferenceWords {
	const word = (amount: number) =>
		inWords(shortened(factor * amount), decimals);
	const signed = (amount: number) =>
		signedInWords(shortened(factor * amount), decimals);
	const [near = 0, far = 0] = [Math.abs(low), Math.abs(high)].sort(
		(a, b) => a - b,
	);
	const between = (from: string, dash: string, to: string) =>
		Number.isFinite(low) ? `${from}${dash}${to}` : NOTHING;
	return {
		mean: signed(value),
		size: word(Math.abs(value)),
		span: between(signed(low), " to ", signed(high)),
		reach: between(word(near), " to ", word(far)),
		range: between(word(near), "–", word(far)),
	};
}

const shortened = (amount: number) =>
	Math.abs(amount) < LARGE ? amount : Number(amount.toPrecision(DIGITS));

/** Interval, per cent, below which a percentage has a decimal. */
const NARROW = 2;
/** Beyond this multiple of the base a percentage no longer helps, nor below this part of it. */
const LARGEST_RATIO = 5;
const SMALLEST_RATIO = 0.002;
/** Units of amounts and prices. */
const AMOUNTS: readonly string[] = ["USD/t", "USD", "t Sb"];

/**
 * A mean difference in per cent of the base's mean, which is taken as known; null where a percentage tells
 * nothing: it does for amounts and prices well above zero that do not nearly vanish.
 */
export function relativeWords(
	{ unit }: Pick<MetricDefinition, "unit">,
	mean: Pick<Estimate, "value" | "low" | "high">,
	base: number,
): DifferenceWords | null {
	const size = Math.abs(mean.value);
	const isTelling =
		size <= LARGEST_RATIO * base &&
		(size === 0 || size >= SMALLEST_RATIO * base);
	if (!AMOUNTS.includes(unit) || !(base > 0) || !isTelling) return null;
	const factor = 100 / base;
	const decimals = Number(factor * (mean.high - mean.low) < NARROW);
	return differenceWords(mean, { factor }, decimals);
}

/** A mean difference in per cent of the base, `+14%`; nothing where that tells nothing. */
export function shareOfBase(
	metric: Pick<MetricDefinition, "unit">,
	mean: Pick<Estimate, "value" | "low" | "high">,
	base: number,
): string {
	const words = relativeWords(metric, mean, base);
	return words === null ? "" : `${words.mean}%`;
}
