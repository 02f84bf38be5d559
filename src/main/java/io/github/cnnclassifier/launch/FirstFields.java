
package io.github.cnnclassifier.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Which fields a dialog begins with: those that most people need. The others
 * are folded.
 */
final class FirstFields {

	/** A dialog begins with no more rows than these, but for what is needed. */
	static final int MOST = 6;

	private final boolean all;
	private final Set<String> first;

	/**
	 * @param module of a command
	 * @param asked its inputs that the dialog asks for, in order
	 */
	FirstFields(final Module module, final List<ModuleItem<?>> asked) {
		all = asked.size() <= MOST;
		final List<String> own = Arrays.stream(Commands.values()).filter(c -> c
			.className().equals(module.getInfo().getDelegateClassName())).findFirst()
			.map(FirstFields::of).orElse(List.of());
		first = own.isEmpty() ? asked.stream().limit(MOST).map(ModuleItem::getName)
			.collect(Collectors.toSet()) : Set.copyOf(own);
	}

	/**
	 * @param item one of those that are asked
	 * @return whether it is shown from the beginning
	 */
	boolean has(final ModuleItem<?> item) {
		return all || first.contains(item.getName());
	}

	/** @return names of inputs; empty for the first ones in their order */
	static List<String> of(final Commands command) {
		return switch (command) {
			case TRAIN -> List.of("images", "exclude", "groups", "start", "network",
				"model");
			case FIND_LEARNING_RATE -> List.of("images", "exclude", "groups",
				"network", "output", "steps");
			case TUNE -> List.of("images", "exclude", "groups", "strategy", "output",
				"model");
			case CROSS_VALIDATE -> List.of("images", "exclude", "groups", "start",
				"folds", "output");
			case LEARNING_CURVE -> List.of("images", "exclude", "groups", "start",
				"steps", "output");
			case EVALUATE -> List.of("images", "exclude", "model", "predictions",
				"split", "output");
			case COMPARE -> List.of("images", "groups", "model", "other", "split",
				"output");
			case CLASSIFY_IMAGE -> List.of("model", "planes", "threshold", "label");
			case CLASSIFY_ROIS -> List.of("regions", "labels", "model", "threshold",
				"legend", "output");
			case CLASSIFY_FOLDER -> List.of("images", "model", "planes", "threshold",
				"output", "sortInto");
			case MAP_CLASSES -> List.of("model", "threshold", "stride", "legend",
				"overlay", "output");
			case HEAT_MAP -> List.of("model", "className", "method", "show",
				"selection", "output");
			case SAVE_ROIS -> List.of("regions", "labels", "classFrom", "className",
				"margin", "output");
			case PREPROCESS -> List.of("model", "channels", "planes", "regions",
				"labels", "output");
			case PREVIEW_AUGMENTATION -> List.of("augmentation", "copies", "seed",
				"model", "channels", "output");
			default -> List.of();
		};
	}
}
