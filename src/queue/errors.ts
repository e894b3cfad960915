/** The error of a Redis that cannot be used. */

import { StorageError } from "../storage/errors.ts";

/** Thrown before anything was begun, when Redis cannot be used as asked. */
export class UnusableQueueError extends StorageError {
	readonly kind = "unusable";
}
