
package io.github.cnnclassifier.tour;

import java.nio.file.Path;
import java.util.Optional;

/** A task that somebody has, from the first click to what comes of it. */
interface Tour {

	/** @return its name in the names of pictures, such as "first-answer" */
	String name();

	/** @return what somebody wants, in the words of the table */
	String task();

	/**
	 * Puts the images there, before anything is counted.
	 *
	 * @param home folder of the person
	 * @param images class folders to take them from; drawn ones if empty
	 */
	void prepare(Path home, Optional<Path> images) throws Exception;

	/** @param desk with ImageJ and nothing else */
	void go(Desk desk) throws Exception;
}
