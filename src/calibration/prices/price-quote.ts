/** Type of a price quote, with its source and how sure it is. */

/** Confidence in a quote: direct from an agency, through the press, or derived or a bound. */
export type Confidence = "high" | "medium" | "low";

/** One observed price of antimony metal. */
export interface PriceQuote {
	/** `rotterdam` and `china` are quotes of a day, `us` averages of a year */
	readonly series: "rotterdam" | "china" | "us";
	/** the quotation, where a series has several */
	readonly quoted: string;
	/** ISO day; an average carries the last day of its period */
	readonly date: string;
	/** USD/t; China's without value-added tax */
	readonly usdPerTonne: number;
	/** ends of the quoted range, USD/t */
	readonly low?: number;
	readonly high?: number;
	readonly confidence: Confidence;
	readonly source: string;
	readonly note?: string;
}

/** Parts that only some quotes have. */
export type Details = Pick<PriceQuote, "low" | "high" | "note">;

/** Builds a quote from its parts. */
export function priceQuote(
	series: PriceQuote["series"],
	quoted: string,
	date: string,
	usdPerTonne: number,
	confidence: Confidence,
	source: string,
	details: Details,
): PriceQuote {
	return { series, quoted, date, usdPerTonne, confidence, source, ...details };
}
