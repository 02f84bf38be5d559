
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Outputs;
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
	 * @param classes of the crops, in the order of their keys; may be empty:
	 *          those of the file and of the source are added behind them
	 * @param who labels, for the list; may be empty
	 * @param seed of every random choice
	 */
	public record Request(LabelSource source, Path labels, List<String> classes,
			String who, long seed)
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
		final OpenLabelSession session = open(request, new BackboneFeatures(tools
			.engine()), new Writing(writer, request.who(), Clock.systemUTC()),
			progress::message);
		session.start();
		return new Result(session);
	}

	/**
	 * @param told gets whole sentences on what was found
	 * @return the session, whose features are not begun
	 */
	static OpenLabelSession open(final Request request,
		final CropFeatures features, final Writing writing,
		final Consumer<String> told) throws IOException
	{
		final Path file = request.labels();
		if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
			throw new UserFailure("Expected a file of labels that ends with .csv, " +
				"found '" + file + "'. Choose another name.");
		Outputs.requireWritableFile(file, true);
		final List<Crop> crops = request.source().crops();
		final LabelFile list = LabelFile.open(file, new ListedCrops(file,
			crops)::of, told);
		boolean opened = false;
		try {
			final LabelBook book = book(request, list.labels(), told);
			final OpenLabelSession session = new OpenLabelSession(request.source(),
				list, file, book, writing, features, request.seed());
			opened = true;
			return session;
		}
		finally {
			if (!opened) list.close();
		}
	}

	private static LabelBook book(final Request request,
		final Map<String, String> saved, final Consumer<String> told)
	{
		final List<Crop> crops = request.source().crops();
		final LabelBook book = new LabelBook(crops.size());
		request.classes().forEach(book::addClass);
		saved.values().forEach(book::knowClass);
		request.source().classes().forEach(book::knowClass);
		int found = 0;
		for (int i = 0; i < crops.size(); i++) {
			final String label = saved.get(crops.get(i).name());
			if (label == null) continue;
			book.restore(i, label);
			found++;
		}
		if (found > 0) told.accept(found + " of " + crops.size() +
			" crops have a label already.");
		if (found < saved.size()) told.accept((saved.size() - found) +
			" labels in '" + request.labels() +
			"' are of other crops; they are kept.");
		return book;
	}
}
