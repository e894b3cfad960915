/** Units in which the quantities of a file may be written. */

import { POUNDS_PER_TONNE } from "../../quantities.ts";

/** Units in which one quantity may be written. */
export interface Units {
	/** the model's own */
	readonly own: string;
	/** what a number in each unit is multiplied with to be in the model's own */
	readonly factors: Readonly<Record<string, number>>;
	/** whether a bare number says all, because the quantity has no unit or its field names it */
	readonly bare: boolean;
}

/** Shares and ratios. */
export const PLAIN: Units = {
	own: "1",
	factors: { "1": 1, "%": 0.01 },
	bare: true,
};

const monthFactors = { months: 1, month: 1, years: 12, year: 12, y: 12 };

/** A length of time; the fields that take it are understood in months. */
export const MONTHS: Units = {
	own: "months",
	factors: monthFactors,
	bare: true,
};

const tonneFactors = {
	t: 1,
	"t Sb": 1,
	kt: 1000,
	"kt Sb": 1000,
	lb: 1 / POUNDS_PER_TONNE,
};

/** Contained antimony. */
export const TONNES: Units = { own: "t", factors: tonneFactors, bare: false };

/** Contained antimony over time. */
export const TONNES_A_YEAR: Units = {
	own: "t/y",
	factors: {
		"t/y": 1,
		"t Sb/y": 1,
		"t/year": 1,
		"t/month": 12,
		"t Sb/month": 12,
		"t/quarter": 4,
		"kt/y": 1000,
	},
	bare: false,
};

/** Contained antimony over time, where a month is the model's own measure. */
export const TONNES_A_MONTH: Units = {
	own: "t/month",
	factors: {
		"t/month": 1,
		"t Sb/month": 1,
		"t/y": 1 / 12,
		"t Sb/y": 1 / 12,
		"t/year": 1 / 12,
		"t/quarter": 1 / 3,
		"kt/y": 1000 / 12,
	},
	bare: false,
};

/** A sum of money. */
export const DOLLARS: Units = {
	own: "USD",
	factors: {
		USD: 1,
		kUSD: 1e3,
		MUSD: 1e6,
		"million USD": 1e6,
		"billion USD": 1e9,
	},
	bare: false,
};

/** Money over time. */
export const DOLLARS_A_YEAR: Units = {
	own: "USD/y",
	factors: {
		"USD/y": 1,
		"USD/year": 1,
		"USD/month": 12,
		"kUSD/y": 1e3,
		"MUSD/y": 1e6,
		"million USD/y": 1e6,
		"million USD/year": 1e6,
		"billion USD/y": 1e9,
	},
	bare: false,
};

/** A price or a cost of contained antimony. */
export const DOLLARS_A_TONNE: Units = {
	own: "USD/t",
	factors: {
		"USD/t": 1,
		"USD/t Sb": 1,
		"USD/kg": 1000,
		"USD/lb": POUNDS_PER_TONNE,
	},
	bare: false,
};

/** Units a parameter of the model may be written in, from the unit of its prior. */
export function unitsOfParameter(unit: string): Units {
	if (unit === "1") return PLAIN;
	const factors = (others: Readonly<Record<string, number>>) => ({
		own: unit,
		factors: { [unit]: 1, ...others },
		bare: false,
	});
	if (/^months\b/.test(unit)) return factors(monthFactors);
	if (unit === "t Sb") return factors(tonneFactors);
	if (unit === "t Sb/y") return factors(TONNES_A_YEAR.factors);
	if (unit === "1/y" || unit === "1/month")
		return factors({ [unit.replace("1", "%")]: 0.01 });
	return factors({});
}
