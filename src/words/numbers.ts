/** Numbers as readers see them: digits, thousands, signs, shares, and common units. */

/** Digits of a plotted number: finer than any pixel, coarser than engines' last bits. */
const PLOTTED_DIGITS = 5;
const MOST_DECIMALS = 4;
const MINUS = "−";

/** A number as it is plotted and tabled: five significant digits. */
export function plotted(value: number): number {
	return Number(value.toPrecision(PLOTTED_DIGITS));
}

/**
 * Decimals that suit numbers read together, e.g. an estimate and its interval: three
 * digits of the largest, but one of the range they span at least, and two at most. Those
 * that are not known do not count.
 */
export function decimalsFor(values: readonly number[]): number {
	const known = values.filter(Number.isFinite);
	const largest = Math.max(...known.map(Math.abs));
	const range = Math.max(...known) - Math.min(...known);
	const three = 2 - magnitudeOf(largest);
	if (!(range > 0)) return within(three);
	const one = -magnitudeOf(range);
	return within(Math.max(one, Math.min(one + 1, three)));
}

/** The power of ten of a number's first digit; 2 for 0, which needs no decimals. */
function magnitudeOf(value: number): number {
	return value > 0 ? Number(value.toExponential().split("e")[1]) : 2;
}

const within = (decimals: number) =>
	Math.min(MOST_DECIMALS, Math.max(0, decimals));

/** A number for reading: thousands parted by commas, a true minus. */
export function inWords(value: number, decimals: number): string {
	const [whole = "", part] = Math.abs(value).toFixed(decimals).split(".");
	const parted = whole.replace(/\B(?=(\d{3})+$)/g, ",");
	const digits = part === undefined ? parted : `${parted}.${part}`;
	const isZero = !/[1-9]/.test(digits);
	return value < 0 && !isZero ? `${MINUS}${digits}` : digits;
}

/** A number for reading, with a plus where it is positive. */
export function signedInWords(value: number, decimals: number): string {
	const words = inWords(value, decimals);
	return value > 0 && /[1-9]/.test(words) ? `+${words}` : words;
}

/** A span: `12–16`, or `−3 to +2` where a sign would be misread as a dash. */
export function spanInWords(
	low: number,
	high: number,
	decimals: number,
	signed = false,
): string {
	const word = signed ? signedInWords : inWords;
	const dash = low < 0 || signed ? " to " : "–";
	return `${word(low, decimals)}${dash}${word(high, decimals)}`;
}

/**
 * A share of runs for reading, per cent. Few of many is `<1%` and most of many `>99%`:
 * runs that did not happen are no proof that they cannot.
 */
export function chanceInWords(share: number): string {
	const percent = 100 * share;
	if (percent < 1) return "<1%";
	return percent > 99 ? ">99%" : `${percent.toFixed(0)}%`;
}

/** An interval of a share of runs, per cent, with a decimal where it is narrow and low. */
export function chanceSpanInWords(low: number, high: number): string {
	const decimals = high < 0.02 || low > 0.98 ? 1 : 0;
	const [from, to] = [low, high].map((share) =>
		(100 * share).toFixed(decimals).replace(/\.0$/, ""),
	);
	return `${from}–${to}%`;
}

/** A share, per cent, with a space before the sign: `61 %`, as the terminal and Markdown have it. */
export function percentInWords(share: number, decimals = 0): string {
	return `${inWords(100 * share, decimals)} %`;
}

/** A whole number of things, with thousands parted. */
export function countInWords(count: number): string {
	return inWords(count, 0);
}

/** Digits of a number in a sentence. */
const DIGITS = 3;

/** A number as a sentence says it: three digits, thousands parted. */
export function figure(value: number): string {
	const rounded = Number(value.toPrecision(DIGITS));
	if (Math.abs(rounded) >= 100) return countInWords(rounded);
	return String(rounded).replace("-", "−");
}

/** A number with two digits at most, thousands parted. */
export function briefly(value: number): string {
	const rounded = Number(value.toPrecision(2));
	const [, part = ""] = String(rounded).split(".");
	return inWords(rounded, part.length);
}

/** A number of a table of facts: three digits below a thousand, none behind the point above. */
export function factNumber(value: number): string {
	return Math.abs(value) >= 1000 ? countInWords(value) : figure(value);
}

/** Digits beyond which two numbers of a file count as written alike. */
const WRITTEN_DIGITS = 12;

/** A number as exactly as a reader may want it, thousands parted. */
export function exactWords(value: number): string {
	return Number(value.toPrecision(WRITTEN_DIGITS)).toLocaleString("en-US", {
		maximumFractionDigits: WRITTEN_DIGITS,
		maximumSignificantDigits: WRITTEN_DIGITS,
	});
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
const SMALL_SHARE = 0.1;

/** A share, `61%`, `2.4%`; `<0.1%` where it is not quite nothing. */
export function shareWords(share: number): string {
	const percent = 100 * share;
	if (percent > 0 && percent < 0.1) return "<0.1%";
	return `${inWords(percent, share > 0 && share < SMALL_SHARE ? 1 : 0)}%`;
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

/** Digits of a number in a table. */
const TABLE_DIGITS = 3;

/** Below this a number is written with an exponent. */
const EXPONENT_BELOW = 1e-3;

/** A magnitude, grouped in thousands. */
function grouped(value: number): string {
	if (value >= 100) return Math.round(value).toLocaleString("en-US");
	if (value === 0) return "0";
	return value < EXPONENT_BELOW
		? value.toExponential(TABLE_DIGITS - 2)
		: String(Number(value.toPrecision(TABLE_DIGITS)));
}

/** A number that is no metric, for people: three digits below a hundred, grouped above; "–" for nothing. */
export function numberWords(value: number): string {
	if (!Number.isFinite(value)) return "–";
	return value < 0 ? `${MINUS}${grouped(-value)}` : grouped(value);
}
