/** Refusal to draw a chart, with a reason that a user can act on. */

/** A chart that cannot be drawn from what was given; the message says what would do. */
export class ChartError extends Error {
	override readonly name = "ChartError";
}
