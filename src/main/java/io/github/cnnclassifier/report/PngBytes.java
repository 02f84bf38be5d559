
package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as PNG, made fast rather than as small as it could be. */
final class PngBytes {

	/** Of the nine levels of compression the lowest one. */
	private static final float FAST = 8 / 9f;

	private PngBytes() {}

	static byte[] of(final BufferedImage picture) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png")
			.next();
		try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			final ImageWriteParam fast = writer.getDefaultWriteParam();
			fast.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			fast.setCompressionQuality(FAST);
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), fast);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}
}
