
package io.github.cnnclassifier.imagej;

import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.plugin.DICOM;
import ij.plugin.PGM_Reader;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.SampleImage;

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
		final ImagePlus image = open(file, false);
		final int planes = image.getNSlices() * image.getNFrames();
		if (planes > 1) throw new IOException(IntegrityCheck.stackOf(planes));
		return ImagePlusAdapter.sample(image, new Plane(1, 1), file.toString());
	}

	@Override
	public ImagePlanes planes(final Path file) throws IOException {
		if (isPlainTiff(file)) {
			final TiffPlanes planes = checkedPlanes(file);
			if (planes.count() > 1) return planes;
		}
		final ImagePlus image = open(file, true);
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
		return isPlainTiff(file) ? checkedPlanes(file).count() : planes(file)
			.count();
	}

	/** A single image is checked when it is opened. */
	private static TiffPlanes checkedPlanes(final Path file) throws IOException {
		final TiffPlanes planes = TiffPlanes.of(file);
		if (planes.count() > 1) IntegrityCheck.check(file, FileFormat.TIFF, true);
		return planes;
	}

	private boolean isPlainTiff(final Path file) throws IOException {
		return Files.isRegularFile(file) && FileFormat.of(
			file) == FileFormat.TIFF && !(bioFormats && isMicroscopyTiff(file));
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
		return open(file, true);
	}

	private ImagePlus open(final Path file, final boolean stacks)
		throws IOException
	{
		if (!Files.exists(file)) throw new IOException("There is no such file.");
		if (Files.isDirectory(file)) throw new IOException(
			"This is a folder, not an image file.");
		if (!file.toFile().exists()) throw new IOException(
			"Java cannot open a file of this name with the language settings of " +
				"this session. Start with the environment variable LC_ALL=C.UTF-8.");
		final ImagePlus image = openChecked(file, stacks);
		if (image == null || image.getWidth() < 1) throw new IOException(IJ
			.escapePressed() ? "Reading was canceled."
				: "ImageJ cannot read the file; it may be damaged.");
		return image;
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

	private ImagePlus openChecked(final Path file, final boolean stacks)
		throws IOException
	{
		final FileFormat format = FileFormat.of(file);
		if (bioFormats && (format == FileFormat.OTHER || isMicroscopyTiff(file)))
			return BioFormats.open(file);
		if (format == FileFormat.OTHER) throw new IOException(
			"The content is not that of an image that ImageJ can read.");
		IntegrityCheck.check(file, format, stacks);
		// ImageJ forgets a pressed Escape key when it opens several channels
		final boolean escape = IJ.escapePressed();
		try {
			return open(file.toAbsolutePath().toFile(), format);
		}
		catch (final RuntimeException e) {
			// ImageJ's readers throw anything on damaged content
			throw new IOException("ImageJ cannot read the file: " + e, e);
		}
		finally {
			if (escape) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		}
	}

	private static ImagePlus open(final File file, final FileFormat format)
		throws IOException
	{
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final String folder = file.getParent() + File.separator;
		return switch (format) {
			case TIFF -> opener.openTiff(folder, file.getName());
			case PNG -> Opener.openUsingImageIO(file.getPath());
			case JPEG -> openJpeg(file);
			case PNM -> openPnm(file);
			case DICOM -> openDicom(file);
			default -> opener.openImage(folder, file.getName());
		};
	}

	/** ImageJ's own way waits 30 ms for each file; the pixels are the same. */
	private static ImagePlus openJpeg(final File file) {
		final ImagePlus image = Opener.openUsingImageIO(file.getPath());
		if (image != null) Opener.convertGrayJpegTo8Bits(image);
		return image;
	}

	private static ImagePlus openPnm(final File file) throws IOException {
		final ImageStack stack = new PGM_Reader().openFile(file.getPath());
		final ImagePlus image = new ImagePlus(file.getName(), stack);
		image.setDimensions(stack.size(), 1, 1);
		return image;
	}

	private static ImagePlus openDicom(final File file) throws IOException {
		final DICOM image = new DICOM();
		image.open(file.getPath());
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null) throw new IOException(
			"ImageJ cannot read the DICOM file; it may be damaged or compressed.");
		final long end = info.getOffset() + (long) info.nImages * info.width *
			info.height * info.getBytesPerPixel();
		if (end > file.length()) throw new IOException(
			"The file is damaged or cut short: its pixels end at " + end +
				", it has " + file.length() + " bytes.");
		return image;
	}

	private static boolean isMicroscopyTiff(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".ome.tif") || name.endsWith(".ome.tiff") || name
			.endsWith(".lsm") || name.endsWith(".svs") || name.endsWith(".flex");
	}
}
