
package io.github.cnnclassifier.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ArchitectureJson;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.storage.Sha256;

/**
 * Tells models apart by what decides their answers, not by name, place or date
 * of a file. Thread-safe.
 */
public final class ModelFingerprint {

	private static final int HEX_DIGITS = 16;

	private ModelFingerprint() {}

	/**
	 * @param model any
	 * @return 16 hex digits over classes, layers, preprocessing and weights
	 */
	public static String of(final SavedClassifier model) {
		final MessageDigest digest = Sha256.digest();
		model.description().labels().names().forEach(name -> add(digest, name));
		add(digest, ArchitectureJson.write(model.networkSpec().architecture()));
		add(digest, text(model.description().preprocessing()));
		for (final Tensor tensor : model.weights().tensors()) {
			add(digest, tensor.name());
			final ByteBuffer values = ByteBuffer.allocate(tensor.data().length *
				Float.BYTES);
			values.asFloatBuffer().put(tensor.data());
			digest.update(values);
		}
		return Sha256.hex(digest).substring(0, HEX_DIGITS);
	}

	private static String text(final Preprocessing preprocessing) {
		return preprocessing.channels() + " x " + preprocessing.height() + " x " +
			preprocessing.width() + " " + PreprocessingJson.write(preprocessing,
				PreprocessingJson.format(preprocessing));
	}

	private static void add(final MessageDigest digest, final String text) {
		digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
	}
}
