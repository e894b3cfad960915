import { StorageError } from "../storage/errors.ts";

/** A Redis that cannot be used as it was asked for; nothing was begun. */
export class UnusableQueueError extends StorageError {
	readonly kind = "unusable";
}
