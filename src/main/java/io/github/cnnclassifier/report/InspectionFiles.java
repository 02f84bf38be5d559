
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFile;

/** The files that an inspection leaves in its output folder. */
public final class InspectionFiles {

	/** Longest side in pixels of the thumbnails on contact sheets. */
	public static final int THUMBNAIL_SIDE = ContactSheet.SIDE;

	private static final String IMAGES = "images.csv";
	private static final String CLASSES = "classes.csv";
	private static final String FINDINGS = "findings.csv";
	private static final String SKIPPED = "skipped.csv";
	private static final String PAGE = "inspection.html";

	private InspectionFiles() {}

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
	 * @param labels of the classes, each of which gets a contact sheet
	 * @param overwrite whether existing ones may be replaced
	 * @param inputs that are read and never replaced
	 * @throws WrongUsage if one of the files is one that is read
	 * @throws UserFailure if the folder is a file or cannot be written to, or one
	 *           of the files exists and may not be replaced
	 * @throws IOException if the disk fails
	 */
	public static void requireWritable(final Path folder,
		final List<String> labels, final boolean overwrite, final Path... inputs)
		throws IOException
	{
		final List<String> names = new ArrayList<>(List.of(IMAGES, CLASSES,
			FINDINGS, SKIPPED, PAGE));
		names.addAll(SheetNames.of(labels).values());
		Outputs.requireWritableFiles(folder, names, overwrite, inputs);
	}

	/**
	 * Writes {@code images.csv}, {@code classes.csv}, {@code findings.csv},
	 * {@code skipped.csv}, {@code inspection.html} and for each class
	 * {@code contact-sheet-CLASS.png}, the name of the class reduced to what
	 * every file system takes. Each file appears whole or not at all, existing
	 * ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param audit what to write, with thumbnails
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final DataAudit audit)
		throws IOException
	{
		final List<String> labels = audit.data().source().labels();
		final Map<String, byte[]> sheets = sheets(audit, labels);
		// Built first: a page that fails leaves no file of a half-written set.
		final byte[] page = InspectionHtml.of(audit, sheets).getBytes(
			StandardCharsets.UTF_8);
		final Map<String, WholeFile.Content> files = new HashMap<>();
		files.put(IMAGES, out -> TableCsv.write(out, InspectionTables.images(
			audit)));
		files.put(CLASSES, out -> TableCsv.write(out, InspectionTables.classes(
			audit)));
		files.put(FINDINGS, out -> TableCsv.write(out, InspectionTables.findings(
			audit)));
		files.put(SKIPPED, out -> TableCsv.write(out, InspectionTables.skipped(
			audit)));
		SheetNames.of(labels).forEach((label, name) -> files.put(name, out -> out
			.write(sheets.get(label))));
		files.put(PAGE, out -> out.write(page));
		write(folder, files);
	}

	/** Side by side, as most of the time goes into waiting for the disk. */
	private static void write(final Path folder,
		final Map<String, WholeFile.Content> files) throws IOException
	{
		try {
			files.entrySet().parallelStream().forEach(file -> {
				try {
					WholeFile.write(folder.resolve(file.getKey()), file.getValue());
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/** Drawn on all cores, in the order of the classes. */
	private static Map<String, byte[]> sheets(final DataAudit audit,
		final List<String> labels)
	{
		final ContactSheet painter = new ContactSheet(audit);
		final List<byte[]> drawn = labels.parallelStream().map(painter::png)
			.toList();
		final Map<String, byte[]> sheets = new LinkedHashMap<>();
		for (int i = 0; i < drawn.size(); i++) {
			sheets.put(labels.get(i), drawn.get(i));
		}
		return sheets;
	}
}
