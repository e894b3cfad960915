/** One draw of the prior that passed the screen, in the order of PRIORS. */
export interface ScreenedDraw {
	/** the weights of all draws sum to 1 */
	readonly weight: number;
	readonly values: readonly number[];
}

export const SCREENED: readonly ScreenedDraw[] = [];
