
package io.github.cnnclassifier.report;

import java.io.IOException;

/** A part of a page; writes nothing if it has nothing to say. */
@FunctionalInterface
interface Section {

	/**
	 * @param html the page so far
	 * @throws IOException if a picture cannot be drawn
	 */
	void write(Html html) throws IOException;
}
