/** Reports by which checks tell faults of values at their paths. */

import type { Fault, Place } from "./fault.ts";
import { fieldAt, type Node, nodeAt, type Path, placeAt } from "./node.ts";

/**
 * Tells a fault of the value at a path: words that follow the name of the field.
 *
 * @param column where in a text the fault shows, from 1; the whole value when absent
 */
export type Report = (
	path: Path,
	message: string,
	severity?: Fault["severity"],
	column?: number,
) => void;

/** A place inside a text on one line, which may stand in quotes. */
function inside(node: Node | undefined, place: Place, column: number): Place {
	const text = node?.kind === "scalar" ? String(node.value) : "";
	if (column > text.length) return place;
	const quote = place.length === text.length + 2 ? 1 : 0;
	return { ...place, column: place.column + quote + column - 1, length: 1 };
}

/** A report that writes into `faults`, with places found in `root`. */
export function reportInto(faults: Fault[], root: Node): Report {
	return (path, message, severity = "error", column) => {
		const field = fieldAt(root, path);
		const place = placeAt(root, path);
		faults.push({
			place:
				column === undefined
					? place
					: inside(nodeAt(root, path), place, column),
			field,
			message: `${field} ${message}`,
			hint: null,
			severity,
		});
	};
}

/** A report of what lies inside the value at `at`. */
export function reportWithin(report: Report, at: Path): Report {
	return (path, ...told) => report([...at, ...path], ...told);
}
