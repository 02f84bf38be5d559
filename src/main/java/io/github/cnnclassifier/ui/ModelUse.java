
package io.github.cnnclassifier.ui;

/** What somebody classifies by a model. */
public enum ModelUse {

		/** The open image. */
		IMAGE,

		/** The ROIs of the open image. */
		ROIS,

		/** The files of a folder. */
		FOLDER
}
