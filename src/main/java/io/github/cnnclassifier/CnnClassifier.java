
package io.github.cnnclassifier;

import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.imagej.ImageJImageReader;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.Tools;

/**
 * The front door for Java programs: joins the engine and ImageJ's image reader
 * with the workflows.
 */
public final class CnnClassifier {

	private CnnClassifier() {}

	/**
	 * @param progress is told when native libraries must be unpacked first
	 * @return what the workflows in {@code io.github.cnnclassifier.workflow} work
	 *         with; cheap to make
	 */
	public static Tools tools(final Progress progress) {
		return new Tools(new Dl4jEngine(0, progress), new ImageJImageReader());
	}
}
