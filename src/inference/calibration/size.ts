/** Size of a calibration: draws, members, particles, moves and sweeps. */

/** Effort spent on a calibration. */
export interface CalibrationSize {
	/** draws of the Latin hypercube */
	readonly draws: number;
	/** runs of each draw, every one under a luck of its own */
	readonly lucks: number;
	/** members of the prologue's ensemble */
	readonly members: number;
	readonly particles: number;
	/** Metropolis moves of each particle in a sweep */
	readonly moves: number;
	/** most sweeps after a tempering step; fewer do when every particle has new luck in every year */
	readonly mostSweeps: number;
	/** sweeps after the last step, whose states are kept */
	readonly keptSweeps: number;
}
