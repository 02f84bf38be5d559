
package io.github.cnnclassifier.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * The architectures that come along. Their names are permanent.
 * <ul>
 * <li>{@code six-conv}: the default; six convolutions with batch normalisation,
 * about 290,000 weights; inputs from 4 x 4 pixels on</li>
 * <li>{@code tiny}: three small convolutions, about 15,000 weights, for first
 * trials</li>
 * <li>{@code lenet}: two convolutions and two dense layers; bound to small
 * inputs, because the dense layer grows with the area</li>
 * <li>{@code residual}: three residual blocks after He et al., 2016; about the
 * cost of six-conv</li>
 * <li>{@code mobile}: eleven blocks of 1x1 and depthwise convolutions after
 * Sandler et al., 2018, about 670,000 weights; for inputs of 128 to 224 pixels,
 * of which it needs a twentieth of the multiplications of residual</li>
 * </ul>
 */
public final class Presets {

	/** The preset that is used where none is named. */
	public static final String DEFAULT = "six-conv";

	private static final List<String> NAMES = List.of(DEFAULT, "tiny", "lenet",
		"residual", "mobile");

	private Presets() {}

	/** @return the names of all presets, the default first */
	public static List<String> names() {
		return NAMES;
	}

	/**
	 * @param name one of {@link #names()}
	 * @return the architecture of that name
	 * @throws WrongUsage if there is none of that name
	 */
	public static Architecture named(final String name) {
		if (!NAMES.contains(name)) throw new WrongUsage(
			"Expected one of the networks " + String.join(", ", NAMES) + ", got '" +
				name + "'.");
		final String resource = "/io/github/cnnclassifier/networks/" + name +
			".json";
		try (InputStream in = Presets.class.getResourceAsStream(resource)) {
			return ArchitectureJson.read(name, new String(in.readAllBytes(),
				StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new IllegalStateException("The jar of the plugin is damaged: " +
				resource, e);
		}
	}
}
