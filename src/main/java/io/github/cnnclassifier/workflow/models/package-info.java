/**
 * The model files of a user: {@link ListModels} tells which there are and what
 * they say of themselves, {@link RenameModel} and {@link DeleteModel} change
 * them on the disk, {@link RecentModels} remembers the last ones, and
 * {@link KnownModels} is what dialogs offer.
 */

package io.github.cnnclassifier.workflow.models;
