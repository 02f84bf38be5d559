
package io.github.cnnclassifier.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.Architectures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;

/**
 * The networks of the table: presets of the plugin, and its backbone, on a
 * fixed input.
 */
enum MeasuredNetwork {

		/** Two convolutions, two dense layers. */
		LENET("lenet", "lenet", new InputShape(1, 28, 28)),
		/** Six convolutions with batch-norm on small gray images. */
		SIX_CONV_28("six-conv-28", "six-conv", new InputShape(1, 28, 28)),
		/** The same on larger color images. */
		SIX_CONV_64("six-conv-64", "six-conv", new InputShape(3, 64, 64)),
		/** Three residual blocks. */
		RESIDUAL_32("residual-32", "residual", new InputShape(3, 32, 32)),
		/** What a head start begins with, on one channel. */
		BACKBONE_64("backbone-64", MeasuredNetwork.BACKBONE, new InputShape(1, 64,
			64));

	static final int CLASSES = 10;

	private static final String BACKBONE = "backbone";

	private final String label;
	private final String preset;
	private final InputShape input;

	MeasuredNetwork(final String label, final String preset,
		final InputShape input)
	{
		this.label = label;
		this.preset = preset;
		this.input = input;
	}

	/** @throws IllegalArgumentException if there is none of that name */
	static MeasuredNetwork named(final String label) {
		return Arrays.stream(values()).filter(n -> n.label.equals(label)).findAny()
			.orElseThrow(() -> new IllegalArgumentException(
				"Expected one of the networks " + labels() + ", got '" + label + "'"));
	}

	static List<String> labels() {
		return Arrays.stream(values()).map(MeasuredNetwork::label).toList();
	}

	String label() {
		return label;
	}

	NetworkSpec spec() {
		return new NetworkSpec(architecture(), input, CLASSES);
	}

	private Architecture architecture() {
		return preset.equals(BACKBONE) ? ShippedModel.describe(Path.of(
			ShippedModel.BACKBONE)).architecture() : Architectures.resolve(preset);
	}
}
