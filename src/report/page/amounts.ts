import type { Estimate } from "../../experiment/tables.ts";
import type { MetricDefinition } from "../../market/record.ts";
import { figure } from "../story/words.ts";

/** How the page shows a metric: in prices as they are quoted, money in millions, shares in per cent. */
export interface Amount {
	readonly factor: number;
	/** in heads of tables; empty where the label says it */
	readonly unit: string;
	/** behind a number, with its space */
	readonly suffix: string;
}

const IS_SHARE = /share|utilisation/;

/** How a metric is shown. */
export function amountOf({ name, unit }: MetricDefinition): Amount {
	switch (unit) {
		case "1":
			return IS_SHARE.test(name)
				? { factor: 100, unit: "%", suffix: "%" }
				: { factor: 1, unit: "ratio", suffix: "" };
		case "USD":
			return { factor: 1e-6, unit: "million USD", suffix: " million USD" };
		case "t Sb":
			return { factor: 1, unit: "t of antimony", suffix: " t" };
		default:
			return { factor: 1, unit, suffix: ` ${unit}` };
	}
}

const NOTHING = "–";

/** A level, three digits; a dash for what is not known. */
export function level(value: number, { factor }: Amount): string {
	return Number.isFinite(value) ? figure(factor * value) : NOTHING;
}

/** An error, two digits: its own third is noise. */
export function errorWords(error: number, { factor }: Amount): string {
	return figure(Number((factor * error).toPrecision(2)));
}

/** A difference, with its sign. */
export function signed(value: number, amount: Amount): string {
	const words = level(value, amount);
	return value > 0 && Number.isFinite(value) ? `+${words}` : words;
}

/** The 95 % interval of a difference, with signs. */
export function signedSpan({ low, high }: Estimate, amount: Amount): string {
	return Number.isFinite(low)
		? `${signed(low, amount)} to ${signed(high, amount)}`
		: NOTHING;
}

/** A span of levels. */
export function span(low: number, high: number, amount: Amount): string {
	return `${level(low, amount)} to ${level(high, amount)}`;
}

/** How far from zero both ends of an interval lie that leaves it out, the nearer end first. */
export function reach({ low, high }: Estimate, amount: Amount): string {
	const [near = 0, far = 0] = [Math.abs(low), Math.abs(high)].sort(
		(a, b) => a - b,
	);
	return span(near, far, amount);
}
