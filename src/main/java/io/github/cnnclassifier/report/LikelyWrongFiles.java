
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.evaluation.LikelyWrongLabel;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFile;
import io.github.cnnclassifier.storage.WholeFiles;

/** The list of labels that are likely wrong, as a table and as a page. */
public final class LikelyWrongFiles {

	static final String TABLE = "likely_wrong.csv";
	static final String PAGE = "likely_wrong.html";

	/** The page is for people; the table has all of them. */
	private static final int MOST_ROWS = 200;

	private LikelyWrongFiles() {}

	/** @return the names of the files */
	static List<String> names() {
		return List.of(TABLE, PAGE);
	}

	/**
	 * @param folder where the files are
	 * @return the page for people
	 */
	public static Path page(final Path folder) {
		return folder.resolve(PAGE);
	}

	/**
	 * Checks, before any work is done, that the files can be written.
	 *
	 * @param folder where they shall be; need not exist
	 * @param overwrite whether existing ones may be replaced
	 * @param inputs that are read and never replaced
	 * @throws WrongUsage if one of the files is one that is read
	 * @throws UserFailure if the folder is a file or cannot be written to, or one
	 *           of the files exists and may not be replaced
	 * @throws IOException if the disk fails
	 */
	public static void requireWritable(final Path folder, final boolean overwrite,
		final Path... inputs) throws IOException
	{
		Outputs.requireWritableFiles(folder, names(), overwrite, inputs);
	}

	/**
	 * @param found to be written
	 * @return the names of the images whose pictures the page shows, at most 200
	 */
	public static List<String> pictured(final List<LikelyWrongLabel> found) {
		return found.stream().limit(MOST_ROWS).map(LikelyWrongLabel::name).toList();
	}

	/**
	 * @param labels of all predictions
	 * @param found by rank
	 * @return a row for each: {@code rank,file,group,given,suggested,score}
	 */
	public static Table table(final ClassLabels labels,
		final List<LikelyWrongLabel> found)
	{
		final Columns<LikelyWrongLabel> columns = new Columns<>();
		columns.add("rank", LikelyWrongLabel::rank);
		columns.add("file", LikelyWrongLabel::name);
		columns.add("group", LikelyWrongLabel::group);
		columns.add("given", label -> labels.name(label.given()));
		columns.add("suggested", label -> labels.name(label.suggested()));
		columns.add("score", label -> (float) label.score());
		return columns.table(found);
	}

	/**
	 * Writes both. They appear together, or not at all; existing ones are
	 * replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param data which images these are, for people
	 * @param labels of all predictions
	 * @param found by rank; may be empty
	 * @param thumbnails by the name of the image, or the reason why there is
	 *          none; empty for no pictures
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final String data,
		final ClassLabels labels, final List<LikelyWrongLabel> found,
		final Map<String, ItemOutcome<SampleImage>> thumbnails) throws IOException
	{
		try (WholeFiles files = new WholeFiles()) {
			for (final Map.Entry<String, WholeFile.Content> file : files(data, labels,
				found, thumbnails).entrySet())
				file.getValue().writeTo(files.open(folder.resolve(file.getKey()))
					.out());
			files.commit();
		}
	}

	/** @return the files of {@link #write} by their names */
	static Map<String, WholeFile.Content> files(final String data,
		final ClassLabels labels, final List<LikelyWrongLabel> found,
		final Map<String, ItemOutcome<SampleImage>> thumbnails) throws IOException
	{
		final byte[] page = html(data, labels, found, thumbnails).getBytes(
			StandardCharsets.UTF_8);
		return Map.of(TABLE, table(labels, found)::writeCsv, PAGE, out -> out.write(
			page));
	}

	/**
	 * @param found by rank
	 * @return what a report says of them
	 */
	static ReportPart part(final List<LikelyWrongLabel> found) {
		return new ReportPart(ReportPlace.LABELS, List.of(found.isEmpty()
			? "No label is so improbable that it is worth a look." : found.size() +
				(found.size() == 1 ? " label is" : " labels are") +
				" worth a look, as they may be wrong: see " + PAGE + ", and " + TABLE +
				"."), List.of(), List.of());
	}

	private static String html(final String data, final ClassLabels labels,
		final List<LikelyWrongLabel> found,
		final Map<String, ItemOutcome<SampleImage>> thumbnails) throws IOException
	{
		return Page.of("Labels that are likely wrong", List.of(data, found.isEmpty()
			? "None: no label is so improbable that it is worth a look." : found
				.size() + (found.size() == 1 ? " label" : " labels") +
				", the likeliest to be wrong first" + (found.size() > MOST_ROWS
					? "; the first " + MOST_ROWS + " are shown here" : "") + "."), List
						.of(html -> {
							if (!found.isEmpty()) rows(html, labels, found, thumbnails);
						}), List.of());
	}

	private static void rows(final Html html, final ClassLabels labels,
		final List<LikelyWrongLabel> found,
		final Map<String, ItemOutcome<SampleImage>> thumbnails)
	{
		html.element("p class=\"note\"",
			"Each image was predicted by a network that was trained without it. The " +
				"score is how probable it is that the label is wrong, as far as these " +
				"predictions tell; up to half of the list are false alarms. Look at " +
				"each image before you change its label. All are in " + TABLE + ".");
		final ThumbnailCell cells = new ThumbnailCell(thumbnails);
		html.table("text").headings("Image", "Rank", "File", "Given", "Suggested",
			"Score");
		found.stream().limit(MOST_ROWS).forEach(label -> {
			html.markup("<tr>");
			cells.write(html, label.name());
			html.element("td", Integer.toString(label.rank())).element(
				"th scope=\"row\"", label.name()).element("td", labels.name(label
					.given())).element("td", labels.name(label.suggested())).element("td",
						Decimals.four(label.score())).markup("</tr>");
		});
		html.endTable();
	}
}
