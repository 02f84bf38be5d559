
package io.github.cnnclassifier.imagej.reader;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import ij.IJ;
import ij.ImagePlus;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.ItemOutcome;
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

	private final Optional<BioFormats> bioFormats;

	/** A reader that uses Bio-Formats where it is installed. */
	public ImageJImageReader() {
		this(BioFormats.installed(ImageJImageReader.class.getClassLoader()));
	}

	/** @param bioFormats empty if it is not installed */
	ImageJImageReader(final Optional<BioFormats> bioFormats) {
		this.bioFormats = bioFormats;
	}

	@Override
	public SampleImage read(final Path file) throws IOException {
		final FileFormat format = format(file);
		final TiffPlanes tiff = tiff(file, format);
		if (tiff != null) return requireSingle(tiff).plane(0);
		final ImagePlus image = open(file, format, false);
		final int planes = image.getNSlices() * image.getNFrames();
		if (planes > 1) throw new IOException(IntegrityCheck.stackOf(planes));
		return ImagePlusAdapter.sample(image, new Plane(1, 1), file.toString());
	}

	private static TiffPlanes requireSingle(final TiffPlanes planes)
		throws IOException
	{
		if (planes.count() > 1) throw new IOException(IntegrityCheck.stackOf(planes
			.count()));
		return planes;
	}

	@Override
	public ImagePlanes planes(final Path file) throws IOException {
		final FileFormat format = format(file);
		final TiffPlanes tiff = tiff(file, format);
		if (tiff != null) return tiff.count() > 1 ? tiff : ImagePlanes.of(tiff
			.plane(0));
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
		final TiffPlanes tiff = tiff(file, format(file));
		return tiff != null ? tiff.count() : planes(file).count();
	}

	/** @return null if the file is none, or one that Bio-Formats has to read */
	private TiffPlanes tiff(final Path file, final FileFormat format)
		throws IOException
	{
		if (format != FileFormat.TIFF || isForBioFormats(file, format)) return null;
		try {
			return TiffPlanes.of(file);
		}
		catch (final UnsupportedTiff e) {
			if (bioFormats.isPresent()) return null;
			throw e;
		}
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

	/**
	 * Like {@link #open(Path)}, for callers who tell a user what should be known
	 * of how the file was read.
	 *
	 * @param file an existing file
	 * @param remarks told at most once, in whole sentences that name the file,
	 *          for instance of pages that are left out
	 * @return not shown
	 * @throws IOException as above; then nothing was told
	 */
	public ImagePlus open(final Path file, final Consumer<String> remarks)
		throws IOException
	{
		final FileFormat format = format(file);
		final ImagePlus image = open(file, format, true);
		final TiffPlanes tiff = tiff(file, format);
		if (tiff != null && !tiff.remarks().isEmpty()) remarks.accept("'" + file +
			"': " + String.join(" ", tiff.remarks()));
		return image;
	}

	/**
	 * Like {@link #open(Path, Consumer)}, for callers who show failures to a
	 * user.
	 *
	 * @param file its path
	 * @param remarks told what should be known of how it was read
	 * @return not shown
	 * @throws UserFailure with the path and a reason, if it is not an image, is
	 *           damaged or too large for the memory
	 */
	public static ImagePlus openOrFail(final String file,
		final Consumer<String> remarks)
	{
		final Path path;
		try {
			path = Path.of(file);
		}
		catch (final InvalidPathException e) {
			throw cannotOpen(file, e.getMessage());
		}
		final ItemOutcome<ImagePlus> opened = ItemOutcome.of(
			() -> new ImageJImageReader().open(path, remarks));
		if (opened.isFailed()) throw cannotOpen(file, opened.reason());
		return opened.result();
	}

	private static UserFailure cannotOpen(final String file,
		final String reason)
	{
		return new UserFailure("The image '" + file + "' cannot be opened: " +
			reason);
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
		if (isForBioFormats(file, format)) try {
			return bioFormats.get().open(file);
		}
		catch (final IOException e) {
			if (format != FileFormat.TIFF) throw e;
			// ImageJ's own reader knows the kind, too
		}
		// ImageJ forgets a pressed Escape key when it opens several channels
		final boolean escape = IJ.escapePressed();
		try {
			return FormatOpener.open(file, format, stacks);
		}
		catch (final UnsupportedTiff e) {
			if (bioFormats.isEmpty()) throw e;
			return bioFormats.get().open(file);
		}
		finally {
			if (escape) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		}
	}

	private boolean isForBioFormats(final Path file, final FileFormat format) {
		return bioFormats.isPresent() && (format == FileFormat.OTHER ||
			format == FileFormat.BIG_TIFF || isMicroscopyTiff(file));
	}

	@Override
	public boolean looksLikeImage(final Path file) {
		final String extension = extension(file);
		return EXTENSIONS.contains(extension) || bioFormats.isPresent() &&
			MICROSCOPY_EXTENSIONS.contains(extension);
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
