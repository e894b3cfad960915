/**
 * Why a fact is missed, by its id. A row of the published validation that
 * misses must stand here; what is said is shown only while it misses.
 */
export const EXPLANATIONS: Readonly<Record<string, string>> = {
	S9: "Under wide ranges of elasticities and of the norm's pull a market may settle away from its normal price: more of the nine-year medians lie above 1.15 than below 0.85. The facts of 2018 to 2024, to which the posterior is fitted, rule most such draws out.",
};
