
package io.github.cnnclassifier.imagej.reader;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.plugin.DICOM;
import ij.plugin.PGM_Reader;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.HeapRoom;

/**
 * Opens a file of a format that is known, after or while it is checked, with
 * the pixels that ImageJ's own menu gives.
 */
final class FormatOpener {

	private FormatOpener() {}

	/**
	 * @param stacks whether more than one plane is allowed
	 * @return not shown
	 * @throws UserFailure if it is too large for the memory
	 * @throws IOException with a reason for the user, if the file is not an
	 *           image, is damaged, or is clearly more than one plane and must not
	 *           be
	 */
	static ImagePlus open(final Path file, final FileFormat format,
		final boolean stacks) throws IOException
	{
		if (format == FileFormat.OTHER) throw new IOException(RefusedFormat.reason(
			file));
		if (format == FileFormat.BIG_TIFF) throw new UnsupportedTiff(
			"BigTIFF, the kind of TIFF file for more than 4 GB,");
		final ImagePlus image;
		try {
			image = format.isDecodedByJava() ? openDecoded(file, format, stacks)
				: openChecked(file, format);
		}
		catch (final UserFailure e) {
			throw e;
		}
		catch (final RuntimeException e) {
			// ImageJ's readers throw anything on damaged content
			throw new IOException("ImageJ cannot read the file: " + e, e);
		}
		if (image == null || image.getWidth() < 1) throw new IOException(IJ
			.escapePressed() ? "Reading was canceled."
				: "ImageJ cannot read the file; it may be damaged.");
		tellPlace(image, file);
		return image;
	}

	/**
	 * Which file must not be replaced by a result: some of ImageJ's readers do
	 * not tell, or believe an older name inside of the file.
	 */
	private static void tellPlace(final ImagePlus image, final Path file) {
		final FileInfo known = image.getOriginalFileInfo();
		final FileInfo info = known == null ? new FileInfo() : known;
		info.directory = file.toAbsolutePath().getParent() + File.separator;
		info.fileName = String.valueOf(file.getFileName());
		image.setFileInfo(info);
	}

	private static ImagePlus openDecoded(final Path file, final FileFormat format,
		final boolean stacks) throws IOException
	{
		final boolean gif = format == FileFormat.GIF;
		final DecodedFile decoded = DecodedFile.of(file, format, gif || !stacks);
		if (!stacks && decoded.count() > 1) throw new IOException(IntegrityCheck
			.stackOf(decoded.count()));
		final File absolute = file.toAbsolutePath().toFile();
		// ImageJ's own reader puts frames and parts of a picture on one another
		final boolean composed = gif && decoded.count() > 1 || decoded.part();
		return composed ? openByImageJ(absolute) : decoded.toImagePlus(absolute,
			format);
	}

	private static ImagePlus openChecked(final Path file, final FileFormat format)
		throws IOException
	{
		IntegrityCheck.check(file, format);
		final File absolute = file.toAbsolutePath().toFile();
		return switch (format) {
			case TIFF -> openTiff(absolute);
			case PNM -> openPnm(file);
			case DICOM -> openDicom(absolute);
			default -> openByImageJ(absolute);
		};
	}

	private static ImagePlus openTiff(final File file) throws IOException {
		final TiffPlanes tiff = TiffPlanes.of(file.toPath());
		if (!tiff.isForImageJ()) return tiff.whole();
		tiff.requireRoom();
		return silent().openTiff(file.getParent() + File.separator, file.getName());
	}

	private static ImagePlus openByImageJ(final File file) {
		return silent().openImage(file.getParent() + File.separator, file
			.getName());
	}

	private static Opener silent() {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		return opener;
	}

	private static ImagePlus openPnm(final Path file) throws IOException {
		HeapRoom.require(Files.size(file), "The file");
		final byte[] bytes = Files.readAllBytes(file);
		final PnmHeader header = PnmHeader.of(bytes);
		final String name = String.valueOf(file.getFileName());
		if (header.isBitmap()) return new ImagePlus(name, PbmBits.of(bytes,
			header));
		IntegrityCheck.checkPnm(bytes, header);
		header.requireRoom();
		final ImageStack stack = new PGM_Reader().openFile(file.toAbsolutePath()
			.toString());
		final ImagePlus image = new ImagePlus(name, stack);
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
}
