
package io.github.cnnclassifier.imagej.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
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

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.process.ColorProcessor;

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

	private static final int OPAQUE = 0xff000000;
	/** What comes before width and height of the picture. */
	private static final int GIF_SIGNATURE = 6;

	/**
	 * @param counted whether to look for further images
	 * @throws IOException with a reason for the user, if the file is damaged or
	 *           cut short
	 */
	static DecodedFile of(final Path file, final FileFormat format,
		final boolean counted) throws IOException
	{
		final byte[] bytes = Files.readAllBytes(file);
		if (format == FileFormat.PNG) PngChunks.check(bytes);
		try (ImageInputStream in = new MemoryCacheImageInputStream(
			new ByteArrayInputStream(bytes)))
		{
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) throw new IOException(
				"The file cannot be decoded.");
			final ImageReader reader = readers.next();
			try {
				final DecodedFile decoded = decode(reader, in, counted);
				return switch (format) {
					case GIF -> decoded.ofPicture(bytes);
					case JPEG -> decoded.ofPhotograph(bytes);
					default -> decoded;
				};
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static DecodedFile decode(final ImageReader reader,
		final ImageInputStream in, final boolean counted) throws IOException
	{
		final List<String> warnings = new ArrayList<>();
		final DecodedFile decoded;
		try {
			reader.setInput(in, !counted, true);
			reader.addIIOReadWarningListener((source, text) -> warnings.add(text));
			final int count = counted ? reader.getNumImages(true) : 1;
			decoded = new DecodedFile(reader.read(0), count, false, false);
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

	private DecodedFile ofPhotograph(final byte[] jpeg) {
		return new DecodedFile(image, count, part, JpegOrientation.mayBeIn(jpeg));
	}

	/** @return an image of ImageJ as its opener for this format makes it */
	ImagePlus toImagePlus(final File file, final FileFormat format) {
		// the transparent color of a GIF file is a color like the others
		final ImagePlus opened = plain(file, format != FileFormat.GIF && isOnWhite()
			? onWhite() : image);
		if (format == FileFormat.JPEG) Opener.convertGrayJpegTo8Bits(opened);
		final FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.IMAGEIO;
		info.fileName = file.getName();
		info.directory = file.getParent() + File.separator;
		opened.setFileInfo(info);
		if (turned) JpegOrientation.apply(opened);
		return opened;
	}

	private static ImagePlus plain(final File file, final BufferedImage image) {
		final String name = file.getName();
		final int size = image.getWidth() * image.getHeight();
		if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && image.getRaster()
			.getDataBuffer() instanceof final DataBufferByte buffer && buffer
				.getSize() == 3 * size) return new ImagePlus(name, new ColorProcessor(
					image.getWidth(), image.getHeight(), colors(buffer.getData())));
		final ImagePlus opened = new ImagePlus(name, image);
		return opened.getBitDepth() == 16 && opened.getStackSize() > 1
			? new CompositeImage(opened, IJ.COMPOSITE) : opened;
	}

	/** Much faster than asking the image for each pixel. */
	private static int[] colors(final byte[] blueGreenRed) {
		final int[] colors = new int[blueGreenRed.length / 3];
		for (int i = 0; i < colors.length; i++) {
			colors[i] = OPAQUE | (blueGreenRed[3 * i + 2] & 0xff) << 16 |
				(blueGreenRed[3 * i + 1] & 0xff) << 8 | blueGreenRed[3 * i] & 0xff;
		}
		return colors;
	}

	/** Transparency, and arrangements of bytes that ImageJ does not know. */
	private boolean isOnWhite() {
		return image.getColorModel().hasAlpha() || switch (image.getType()) {
			case BufferedImage.TYPE_CUSTOM -> image.getSampleModel()
				.getDataType() == DataBuffer.TYPE_BYTE;
			case BufferedImage.TYPE_USHORT_555_RGB,
					BufferedImage.TYPE_USHORT_565_RGB -> true;
			default -> false;
		};
	}

	private BufferedImage onWhite() {
		final BufferedImage white = new BufferedImage(image.getWidth(), image
			.getHeight(), BufferedImage.TYPE_INT_ARGB);
		final Graphics2D graphics = white.createGraphics();
		try {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, white.getWidth(), white.getHeight());
			graphics.drawImage(image, 0, 0, null);
		}
		finally {
			graphics.dispose();
		}
		return white;
	}
}
