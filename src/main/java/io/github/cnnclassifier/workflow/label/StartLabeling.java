
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Opens crops for labeling: with the labels that are saved already, and
 * features on their way on a thread in the background.
 */
public final class StartLabeling {

	/**
	 * What is asked for.
	 *
	 * @param source where the crops come from
	 * @param labels the file of the labels, ending with {@code .csv}; need not
	 *          exist. Labels in it of crops that the source has not are kept
	 * @param classes of the crops, in the order of their keys; may be empty: those
	 *          of the file and of the source are added behind them
	 * @param who labels, for the list; may be empty
	 * @param seed of every random choice
	 */
	public record Request(LabelSource source, Path labels,
			List<String> classes, String who, long seed)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param session owned by the caller, who closes it
	 */
	public record Result(LabelSession session) {
	}

	private final Tools tools;
	private final ImageWriter writer;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param writer of the host: saves copies of crops that a list cannot name
	 * @param progress is told what is known when this begins, not afterwards
	 */
	public StartLabeling(final Tools tools, final ImageWriter writer,
		final Progress progress)
	{
		this.tools = tools;
		this.writer = writer;
		this.progress = progress;
	}

	/**
	 * Opens the session. Reads no image.
	 *
	 * @param request what is asked for
	 * @return the session
	 * @throws UserFailure if the file of labels cannot be used, or somebody else
	 *           is writing it
	 * @throws IOException if it cannot be read
	 */
	public Result run(final Request request) throws IOException {
		throw new UnsupportedOperationException();
	}
}
