
package io.github.cnnclassifier.dataset.inspect;

/**
 * Something that can be known of an image without looking at what is shown, and
 * from which its class should not follow.
 */
public enum Cue {

		/** Width and height. */
		SIZE("image size", "Record or crop all classes to the same size."),

		/** The mean of each channel. */
		BRIGHTNESS("mean intensity",
			"That may be the object itself, such as brighter cells. If it is " +
				"exposure, staining or background, record all classes alike."),

		/** The outermost pixels. */
		BORDER("border of the image",
			"That may be the background, a frame, or objects that reach the border. " +
				"Crop all classes alike."),

		/** How sharp the image is. */
		SHARPNESS("focus",
			"That may be the object itself, such as its texture. If it is the " +
				"focus or the noise of the recording, record all classes alike."),

		/** Bars and letters near the border. */
		MARKS("marks in the corners, such as a scale bar or burnt-in text",
			"Remove them, or crop the images."),

		/** The last number in the name of the file. */
		ORDER("number in the file name",
			"If it is the order of recording, whatever drifts goes with the class: " +
				"lamp, focus, bleaching. Record the classes in mixed order."),

		/** A day in the name of the file. */
		DATE("date in the file name",
			"Whatever differs from day to day goes with the class: staining, lamp, " +
				"settings. Record each class on several days."),

		/** The group of the image. */
		GROUP("group of the image",
			"What the groups differ in goes with the class. Use more groups, each " +
				"with several classes if that is possible.");

	private final String label;
	private final String advice;

	Cue(final String label, final String advice) {
		this.label = label;
		this.advice = advice;
	}

	/** @return what it is called, to stand behind "the" or "its" */
	public String label() {
		return label;
	}

	/** @return what it may mean and what to do, whole sentences */
	public String advice() {
		return advice;
	}

	/** @return whether a network sees it in the pixels */
	boolean isSeen() {
		return this != ORDER && !isCategory();
	}

	/** @return whether it has names, not numbers */
	boolean isCategory() {
		return this == DATE || this == GROUP;
	}
}
