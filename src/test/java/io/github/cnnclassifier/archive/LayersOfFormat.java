
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.model.SavedClassifier;

/** What holds of every format that brought layers of its own. */
abstract class LayersOfFormat {

	private static final ReferenceEngine ENGINE = new ReferenceEngine();

	@TempDir
	private Path folder;

	private final int format;
	private final SavedClassifier saved;

	/**
	 * @param format that brought them
	 * @param saved with such layers, which stands in the archive of that version
	 */
	LayersOfFormat(final int format, final SavedClassifier saved) {
		this.format = format;
		this.saved = saved;
	}

	private String json() {
		return new String(DescriptionWriter.write(saved.description()),
			StandardCharsets.UTF_8);
	}

	@Test
	void theClassifierSurvivesInItsFormat() throws IOException {
		final Path file = folder.resolve("m.zip");
		ModelArchive.write(file, saved, ENGINE);

		assertEquals(saved.description(), ModelArchive.read(file, ENGINE)
			.description());
		assertTrue(json().contains("\"formatVersion\": " + format));
	}

	@Test
	void theFormatStillOpensAndPredictsTheSame() throws IOException {
		final String name = "v" + format + ".zip";
		try (InputStream in = getClass().getResourceAsStream("/archives/" + name)) {
			// reading compares the stored output with the prediction of today
			assertEquals(saved.description(), ModelArchive.read(in, name, ENGINE)
				.description());
		}
	}

	@Test
	void anOlderFormatDoesNotKnowTheLayers() {
		for (int older = 1; older < format; older++) {
			final byte[] changed = json().replace("\"formatVersion\": " + format,
				"\"formatVersion\": " + older).getBytes(StandardCharsets.UTF_8);
			final InvalidModel e = assertThrows(InvalidModel.class,
				() -> DescriptionReader.read(changed));
			assertTrue(e.getMessage().contains("layers of format " + format +
				", which format " + older + " does not know"), e.getMessage());
		}
	}
}
