
package io.github.cnnclassifier.workflow.fetch;

import java.io.IOException;
import java.nio.file.Path;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;

/** Where the files of a public data set come from. */
@FunctionalInterface
interface FileSupply {

	/**
	 * @param file wanted
	 * @param folder to put it in, made if missing and there is something to put;
	 *          a file of that name is replaced
	 * @return the file, whose content is right
	 * @throws UserFailure if it cannot be had; says what to do
	 * @throws CanceledException if the user asked to stop
	 * @throws IOException if the folder cannot be written to
	 */
	Path fetch(PublicFile file, Path folder) throws IOException;
}
