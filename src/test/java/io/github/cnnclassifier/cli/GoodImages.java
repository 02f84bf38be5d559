
package io.github.cnnclassifier.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

/** Small intact images of each format, the same at each call. */
final class GoodImages {

	private static final int SIDE = 12;

	private GoodImages() {}

	/** @return files by their ending */
	static Map<String, List<byte[]>> byEnding() throws IOException {
		final Map<String, List<byte[]>> files = new LinkedHashMap<>();
		files.put("tif", tiffs());
		for (final String ending : List.of("png", "bmp", "gif", "jpg")) {
			files.put(ending, List.of(written(image(BufferedImage.TYPE_3BYTE_BGR),
				ending, null), written(image(BufferedImage.TYPE_BYTE_GRAY), ending,
					null), written(image(BufferedImage.TYPE_BYTE_INDEXED), ending,
						null)));
		}
		files.put("pgm", List.of(pnm("P5", 1), pnm("P6", 3), pnm("P4", 0),
			plain()));
		return files;
	}

	private static List<byte[]> tiffs() throws IOException {
		final List<byte[]> files = new ArrayList<>();
		for (final String compression : List.of("Deflate", "LZW", "PackBits",
			"ZLib"))
		{
			files.add(written(image(BufferedImage.TYPE_BYTE_GRAY), "tif",
				compression));
			files.add(written(image(BufferedImage.TYPE_3BYTE_BGR), "tif",
				compression));
		}
		files.add(written(image(BufferedImage.TYPE_USHORT_GRAY), "tif", "LZW"));
		files.add(written(image(BufferedImage.TYPE_BYTE_BINARY), "tif",
			"PackBits"));
		files.add(written(image(BufferedImage.TYPE_BYTE_INDEXED), "tif", null));
		for (final String type : List.of("8-bit ramp", "16-bit ramp", "32-bit ramp",
			"RGB ramp"))
		{
			final ImagePlus stack = IJ.createImage("stack", type, SIDE, SIDE, 3);
			files.add(new FileSaver(stack).serialize());
		}
		return files;
	}

	private static BufferedImage image(final int type) {
		final BufferedImage image = new BufferedImage(SIDE, SIDE, type);
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				image.setRGB(x, y, 0x10203 * (x * 5 + y * 3) | 0xff000000);
			}
		}
		return image;
	}

	private static byte[] written(final BufferedImage image, final String format,
		final String compression) throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersBySuffix(format).next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			final ImageWriteParam settings = writer.getDefaultWriteParam();
			if (compression != null) {
				settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				settings.setCompressionType(compression);
			}
			writer.write(null, new IIOImage(image, null, null), settings);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** @param samples bytes of a pixel; 0: a bit */
	private static byte[] pnm(final String magic, final int samples) {
		final String head = magic + "\n# comment\n" + SIDE + " " + SIDE + "\n" +
			(samples == 0 ? "" : "255\n");
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
		final int count = samples == 0 ? SIDE * ((SIDE + 7) / 8) : SIDE * SIDE *
			samples;
		for (int i = 0; i < count; i++) {
			bytes.write(i * 7);
		}
		return bytes.toByteArray();
	}

	private static byte[] plain() {
		return ("P2\n4 3\n255\n" + "0 1 2 3\n".repeat(3)).getBytes(
			StandardCharsets.US_ASCII);
	}
}
