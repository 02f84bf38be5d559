/**
 * The window that lists the model files of a user, and what can be done with
 * them.
 */

package io.github.cnnclassifier.ui.models;
