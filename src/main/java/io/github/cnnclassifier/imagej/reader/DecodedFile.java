
package io.github.cnnclassifier.imagej.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.HeapRoom;

/**
 * A PNG, JPEG, GIF or BMP file, read and decoded once by Java's own decoder.
 * ImageJ's openers give the same pixels, but say nothing of what is missing.
 *
 * @param image the first one in the file
 * @param count of images in the file; 1 where it was of no interest
 * @param part whether the image is but a part of the picture, as the frames of
 *          GIF files may be
 * @param turned whether the file may say which way is up
 */
record DecodedFile(BufferedImage image, int count, boolean part,
		boolean turned)
{

	/** What comes before width and height of the picture. */
	private static final int GIF_SIGNATURE = 6;

	/**
	 * @param counted whether to look for further images
	 * @throws UserFailure if it is too large for the memory
	 * @throws IOException with a reason for the user, if the file is damaged or
	 *           cut short, or of a kind that ImageJ does not open
	 */
	static DecodedFile of(final Path file, final FileFormat format,
		final boolean counted) throws IOException
	{
		HeapRoom.require(Files.size(file), "The file");
		final byte[] bytes = Files.readAllBytes(file);
		return switch (format) {
			case JPEG -> ofJpeg(bytes, counted);
			case GIF -> read(bytes, format, counted).ofPicture(bytes);
			case PNG -> {
				PngChunks.check(bytes);
				yield read(bytes, format, counted);
			}
			default -> read(bytes, format, counted);
		};
	}

	private static DecodedFile ofJpeg(final byte[] bytes, final boolean counted)
		throws IOException
	{
		final JpegHead head = JpegHead.of(bytes);
		head.requireReadable();
		final DecodedFile decoded = read(head.asOthersReadIt(), FileFormat.JPEG,
			counted);
		return new DecodedFile(decoded.image(), decoded.count(), false, head
			.hasExif());
	}

	private static DecodedFile read(final byte[] bytes, final FileFormat format,
		final boolean counted) throws IOException
	{
		try (ImageInputStream in = new MemoryCacheImageInputStream(
			new ByteArrayInputStream(bytes)))
		{
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) throw new IOException(
				"The file cannot be decoded.");
			final ImageReader reader = readers.next();
			try {
				return decode(reader, in, counted, new ClaimedSize(format, bytes));
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static DecodedFile decode(final ImageReader reader,
		final ImageInputStream in, final boolean counted, final ClaimedSize claimed)
		throws IOException
	{
		final List<String> warnings = new ArrayList<>();
		final DecodedFile decoded;
		try {
			reader.setInput(in, !counted, true);
			reader.addIIOReadWarningListener((source, text) -> warnings.add(text));
			final int count = counted ? reader.getNumImages(true) : 1;
			claimed.requireRoom(reader, count);
			decoded = new DecodedFile(reader.read(0), count, false, false);
		}
		catch (final UserFailure e) {
			throw e;
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException(IntegrityCheck.CUT_SHORT + IntegrityCheck.reason(e),
				e);
		}
		if (warnings.stream().anyMatch(text -> text.startsWith("Truncated")))
			throw new IOException(IntegrityCheck.CUT_SHORT + "its end is missing.");
		return decoded;
	}

	private DecodedFile ofPicture(final byte[] gif) {
		final ByteBuffer size = ByteBuffer.wrap(gif, GIF_SIGNATURE, Integer.BYTES)
			.order(ByteOrder.LITTLE_ENDIAN);
		return new DecodedFile(image, count, Short.toUnsignedInt(size
			.getShort()) != image.getWidth() || Short.toUnsignedInt(size
				.getShort()) != image.getHeight(), false);
	}

	/** @return an image of ImageJ as its opener for this format makes it */
	ImagePlus toImagePlus(final File file, final FileFormat format) {
		// the transparent color of a GIF file is a color like the others
		final ImagePlus opened = DecodedPixels.toImagePlus(file.getName(), image,
			format != FileFormat.GIF);
		if (format == FileFormat.JPEG) Opener.convertGrayJpegTo8Bits(opened);
		final FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.IMAGEIO;
		info.fileName = file.getName();
		info.directory = file.getParent() + File.separator;
		opened.setFileInfo(info);
		if (turned) JpegOrientation.apply(opened);
		return opened;
	}
}
