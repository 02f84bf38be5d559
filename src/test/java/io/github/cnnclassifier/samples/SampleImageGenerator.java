
package io.github.cnnclassifier.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.storage.WholeFile;

/** Makes all sample images from one seed. Existing files are replaced. */
public final class SampleImageGenerator {

	static final int DIGITS_PER_CLASS = 70;
	static final int CELLS_PER_CLASS = 45;

	private static final SeedTree SEED = new SeedTree(20240229);
	private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0,
		0);

	private final Path folder;

	SampleImageGenerator(final Path folder) {
		this.folder = folder;
	}

	/**
	 * @param args the folder for the sample images, by default
	 *          {@code sample-images}, and the file for the digit that goes into
	 *          the jar, by default its place among the resources
	 * @throws IOException if a file cannot be written
	 */
	public static void main(final String[] args) throws IOException {
		final Path folder = Path.of(args.length > 0 ? args[0] : "sample-images");
		final Path digit = Path.of(args.length > 1 ? args[1]
			: "src/main/resources/samples/digit.png");
		new SampleImageGenerator(folder).writeAll();
		writePng(openSample(), digit);
	}

	void writeAll() throws IOException {
		for (int digit = 0; digit < 10; digit++) {
			writeDigits(digit);
		}
		for (final Phenotype phenotype : Phenotype.values()) {
			writeCells(phenotype);
		}
		writeField(new FieldPainter(SEED.child("field")));
	}

	/** The digit of File &gt; Open Samples, which is in no training folder. */
	static ByteProcessor openSample() {
		return DigitPainter.paint(3, 0, SEED.child("open-sample"));
	}

	private void writeDigits(final int digit) throws IOException {
		final int forms = DigitSkeletons.of(digit).size();
		for (int i = 0; i < DIGITS_PER_CLASS; i++) {
			final SeedTree seed = SEED.child("digits").child(digit).child(i);
			writePng(DigitPainter.paint(digit, i % forms, seed), folder.resolve(Path
				.of("digits", Integer.toString(digit), String.format(Locale.ROOT,
					"%d_%03d.png", digit, i))));
		}
	}

	private void writeCells(final Phenotype phenotype) throws IOException {
		for (int i = 0; i < CELLS_PER_CLASS; i++) {
			final SeedTree seed = SEED.child("cells").child(phenotype.label()).child(
				i);
			write(Path.of("cells", phenotype.label(), String.format(Locale.ROOT,
				"%s_%03d.tif", phenotype.label(), i)), TiffFile.encode(CellPainter
					.paint(phenotype, seed), Microscope.PIXEL_MICRONS));
		}
	}

	private void writeField(final FieldPainter field) throws IOException {
		final Path target = Path.of("field");
		write(target.resolve("field.tif"), TiffFile.encode(field.photograph(),
			Microscope.PIXEL_MICRONS));
		WholeFile.write(folder.resolve(target).resolve("rois.zip"), out -> zip(field
			.outlines(), out));
		final StringBuilder truth = new StringBuilder("roi,phenotype\n");
		for (int i = 0; i < field.outlines().size(); i++) {
			truth.append(field.outlines().get(i).getName()).append(',').append(field
				.phenotypes().get(i).label()).append('\n');
		}
		write(target.resolve("truth.csv"), truth.toString().getBytes(
			StandardCharsets.US_ASCII));
	}

	private static void zip(final List<Roi> rois, final OutputStream out)
		throws IOException
	{
		final ZipOutputStream zip = new ZipOutputStream(out);
		for (final Roi roi : rois) {
			final ZipEntry entry = new ZipEntry(roi.getName() + ".roi");
			entry.setTimeLocal(NO_TIME);
			zip.putNextEntry(entry);
			zip.write(RoiEncoder.saveAsByteArray(roi));
			zip.closeEntry();
		}
		zip.finish();
	}

	private static void writePng(final ByteProcessor image, final Path target)
		throws IOException
	{
		Files.createDirectories(target.toAbsolutePath().getParent());
		if (!new FileSaver(new ImagePlus("digit", image)).saveAsPng(target
			.toString())) throw new IOException("Could not write " + target);
	}

	private void write(final Path file, final byte[] content) throws IOException {
		WholeFile.write(folder.resolve(file), out -> out.write(content));
	}
}
