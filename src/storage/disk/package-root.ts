/** The folder of the package, from which files that ship with it are found. */

import { fileURLToPath } from "node:url";

/** Absolute path of the package, three folders above this file in source and in dist. */
export const PACKAGE_ROOT = fileURLToPath(
	new URL("../../../", import.meta.url),
);
