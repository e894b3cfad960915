/** The kinds of distribution from which an uncertain number may be drawn. */

/**
 * Distribution of a number before it is drawn. Every kind is sampled by
 * inversion from one uniform, so that another distribution on the same
 * question keeps its rank under common random numbers.
 */
export type Distribution =
	| { readonly kind: "fixed"; readonly value: number }
	| { readonly kind: "uniform"; readonly low: number; readonly high: number }
	| {
			readonly kind: "triangular";
			readonly low: number;
			readonly mode: number;
			readonly high: number;
	  }
	/** split lognormal: exact at its 5 %, 50 % and 95 % points; all above 0 */
	| {
			readonly kind: "lognormal";
			readonly median: number;
			readonly p5: number;
			readonly p95: number;
	  }
	/** split normal on the log-odds, for shares inside (0, 1): exact at the same three points */
	| {
			readonly kind: "logitnormal";
			readonly median: number;
			readonly p5: number;
			readonly p95: number;
	  };
