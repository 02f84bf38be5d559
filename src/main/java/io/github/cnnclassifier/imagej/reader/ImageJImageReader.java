
package io.github.cnnclassifier.imagej.reader;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import ij.IJ;
import ij.ImagePlus;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.ImagePlusPlanes;
import io.github.cnnclassifier.imagej.Plane;

/**
 * Reads files as ImageJ opens them, without any window, dialog or log line: the
 * formats of ImageJ itself and, where Bio-Formats is installed, the formats of
 * Bio-Formats.
 * <p>
 * What a file is, its content decides, not its name. Damaged files are found
 * before ImageJ reads them and are errors, never partly black images. Values
 * are those of {@link ImagePlusAdapter}.
 * <p>
 * Thread-safe, works without a display.
 */
public final class ImageJImageReader implements ImageReader {

	private static final Set<String> EXTENSIONS = Set.of("tif", "tiff", "png",
		"jpg", "jpeg", "gif", "bmp", "dib", "pbm", "pgm", "ppm", "pnm", "dcm",
		"dicom", "fits", "fit", "fts");

	/** Of formats that never hold a stack. */
	private static final Set<String> SINGLE_EXTENSIONS = Set.of("png", "jpg",
		"jpeg", "bmp", "dib", "pbm", "pgm", "ppm", "pnm");

	/** Common formats that only Bio-Formats reads. */
	private static final Set<String> MICROSCOPY_EXTENSIONS = Set.of("czi", "nd2",
		"lif", "lsm", "oib", "oif", "oir", "vsi", "svs", "ndpi", "scn", "zvi",
		"stk", "dv", "r3d", "ims", "flex", "mrc", "dm3", "dm4", "jp2");

	private final boolean bioFormats = BioFormats.isInstalled();

	@Override
	public SampleImage read(final Path file) throws IOException {
		final ImagePlus image = open(file, format(file), false);
		final int planes = image.getNSlices() * image.getNFrames();
		if (planes > 1) throw new IOException(IntegrityCheck.stackOf(planes));
		return ImagePlusAdapter.sample(image, new Plane(1, 1), file.toString());
	}

	@Override
	public ImagePlanes planes(final Path file) throws IOException {
		final FileFormat format = format(file);
		if (isPlainTiff(file, format)) {
			final TiffPlanes planes = checkedPlanes(file);
			if (planes.count() > 1) return planes;
		}
		final ImagePlus image = open(file, format, true);
		return image.getNSlices() * image.getNFrames() > 1 ? new ImagePlusPlanes(
			image, file.toString()) : ImagePlanes.of(ImagePlusAdapter.sample(image,
				new Plane(1, 1), file.toString()));
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * Only formats that can hold stacks are opened; of a TIFF file only the
	 * directories are read.
	 */
	@Override
	public int planeCount(final Path file) throws IOException {
		if (SINGLE_EXTENSIONS.contains(extension(file))) return 1;
		return isPlainTiff(file, format(file)) ? checkedPlanes(file).count()
			: planes(file).count();
	}

	/** A single image is checked when it is opened. */
	private static TiffPlanes checkedPlanes(final Path file) throws IOException {
		final TiffPlanes planes = TiffPlanes.of(file);
		if (planes.count() > 1) IntegrityCheck.check(file, FileFormat.TIFF, true);
		return planes;
	}

	private boolean isPlainTiff(final Path file, final FileFormat format) {
		return format == FileFormat.TIFF && !isForBioFormats(file, format);
	}

	/**
	 * Opens a file as an image of ImageJ, with all its slices and frames.
	 *
	 * @param file an existing file
	 * @return not shown
	 * @throws IOException with a reason that a user understands, if it is not an
	 *           image or is damaged
	 */
	public ImagePlus open(final Path file) throws IOException {
		return open(file, format(file), true);
	}

	private static FileFormat format(final Path file) throws IOException {
		if (!Files.exists(file)) throw new IOException("There is no such file.");
		if (Files.isDirectory(file)) throw new IOException(
			"This is a folder, not an image file.");
		if (!file.toFile().exists()) throw new IOException(
			"Java cannot open a file of this name with the language settings of " +
				"this session. Start with the environment variable LC_ALL=C.UTF-8.");
		return FileFormat.of(file);
	}

	private ImagePlus open(final Path file, final FileFormat format,
		final boolean stacks) throws IOException
	{
		if (isForBioFormats(file, format)) return BioFormats.open(file);
		// ImageJ forgets a pressed Escape key when it opens several channels
		final boolean escape = IJ.escapePressed();
		try {
			return FormatOpener.open(file, format, stacks);
		}
		finally {
			if (escape) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		}
	}

	private boolean isForBioFormats(final Path file, final FileFormat format) {
		return bioFormats && (format == FileFormat.OTHER || isMicroscopyTiff(file));
	}

	@Override
	public boolean looksLikeImage(final Path file) {
		final String extension = extension(file);
		return EXTENSIONS.contains(extension) || bioFormats && MICROSCOPY_EXTENSIONS
			.contains(extension);
	}

	private static String extension(final Path file) {
		final String name = String.valueOf(file.getFileName()).toLowerCase(
			Locale.ROOT);
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private static boolean isMicroscopyTiff(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".ome.tif") || name.endsWith(".ome.tiff") || name
			.endsWith(".lsm") || name.endsWith(".svs") || name.endsWith(".flex");
	}
}
