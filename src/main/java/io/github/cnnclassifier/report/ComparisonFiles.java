
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.evaluation.ComparedPrediction;
import io.github.cnnclassifier.evaluation.PairedComparison;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFiles;

/** The files that a comparison leaves in its output folder. */
public final class ComparisonFiles {

	private static final String FIGURES = "comparison.csv";
	private static final String PAIRED = "paired.csv";
	private static final String CLASSES = "classes.csv";
	private static final String GROUPS = "groups.csv";
	private static final String DISAGREEMENTS = "disagreements.csv";
	private static final String PAGE = "comparison.html";

	private ComparisonFiles() {}

	/**
	 * @param folder where the files are
	 * @return the page for people
	 */
	public static Path page(final Path folder) {
		return folder.resolve(PAGE);
	}

	/**
	 * @param comparison to be written
	 * @return the names of the images whose pictures the page shows, at most 100
	 */
	public static List<String> pictured(final PairedComparison comparison) {
		return ComparisonTables.surest(comparison).stream().limit(
			ComparisonHtml.MOST_ROWS).map(ComparedPrediction::name).toList();
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
		Outputs.requireWritableFiles(folder, List.of(FIGURES, PAIRED, CLASSES,
			GROUPS, DISAGREEMENTS, CorrectionsTable.FILE, PAGE), overwrite, inputs);
	}

	/**
	 * Writes {@code comparison.csv}, {@code paired.csv}, {@code classes.csv},
	 * {@code groups.csv}, {@code disagreements.csv}, if classes were corrected
	 * {@code corrections_used.csv}, and {@code comparison.html}. All appear, or
	 * none; existing ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param comparison what to write
	 * @param thumbnails by the name of the image, or the reason why there is
	 *          none; empty for no pictures
	 * @param context what the page says beside the figures
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final PairedComparison comparison,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ComparisonContext context) throws IOException
	{
		final boolean replaces = Files.exists(page(folder));
		final byte[] page = ComparisonHtml.of(comparison, thumbnails, context)
			.getBytes(StandardCharsets.UTF_8);
		try (WholeFiles files = new WholeFiles()) {
			ComparisonTables.figures(comparison).writeCsv(files.open(folder.resolve(
				FIGURES)).out());
			ComparisonTables.paired(comparison).writeCsv(files.open(folder.resolve(
				PAIRED)).out());
			ComparisonTables.parts("class", comparison.byClass()).writeCsv(files.open(
				folder.resolve(CLASSES)).out());
			ComparisonTables.parts("group", comparison.byGroup()).writeCsv(files.open(
				folder.resolve(GROUPS)).out());
			ComparisonTables.disagreements(comparison).writeCsv(files.open(folder
				.resolve(DISAGREEMENTS)).out());
			if (context.corrections().isPresent())
				for (final ReportPart.FileTable table : context.corrections().get()
					.tables())
				table.table().writeCsv(files.open(folder.resolve(table.file())).out());
			files.open(page(folder)).out().write(page);
			files.commit();
		}
		// one of an earlier comparison, which the page replaced
		if (replaces && context.corrections().isEmpty()) Files.deleteIfExists(folder
			.resolve(CorrectionsTable.FILE));
	}
}
