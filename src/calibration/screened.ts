/** One draw of the prior that passed the screen. */
export interface ScreenedDraw {
	/** the weights of all draws sum to 1 */
	readonly weight: number;
	/** seed and replicate whose draws decide the sizes of what happened before 2025 */
	readonly seed: number | string;
	readonly replicate: number;
	/** parameters in the order of PRIORS */
	readonly values: readonly number[];
}

export const SCREENED: readonly ScreenedDraw[] = [];
