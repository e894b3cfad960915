import type { Fault } from "./fault.ts";
import { fieldAt, type Node, type Path, placeAt } from "./node.ts";

/** Tells a fault of the value at a path: words that follow the name of the field. */
export type Report = (
	path: Path,
	message: string,
	severity?: Fault["severity"],
) => void;

/** A report that writes into `faults`, with places found in `root`. */
export function reportInto(faults: Fault[], root: Node): Report {
	return (path, message, severity = "error") => {
		const field = fieldAt(root, path);
		faults.push({
			place: placeAt(root, path),
			field,
			message: `${field} ${message}`,
			hint: null,
			severity,
		});
	};
}
